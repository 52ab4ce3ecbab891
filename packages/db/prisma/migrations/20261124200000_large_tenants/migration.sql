-- Pages of a tenant of ten thousand members and a million facts cost what a small one's do.

-- Most tenants are small, and a statement that is planned for the average one reads all of a large one. So the planner is
-- told that a tenant is a hundredth of its table: it then looks for the index that leads to the rows, or in their order.
ALTER TABLE membership ALTER COLUMN workspace_id SET (n_distinct = 100);
ALTER TABLE invitation ALTER COLUMN workspace_id SET (n_distinct = 100);
ALTER TABLE audit_entry ALTER COLUMN workspace_id SET (n_distinct = 100);
ALTER TABLE audit_detail ALTER COLUMN workspace_id SET (n_distinct = 100);
ANALYZE membership, invitation, audit_entry, audit_detail;

-- A page of a workspace's people in the order they joined. It states the proven scope for the length of this statement.
-- `joined_key` is where the page ends, to the microsecond; `is_sole_owner`: nobody else could own the workspace now.
-- It walks the index of that order, also where somebody is sought: the planner takes a wall to let one row through, and
-- would read and sort all of them. It never starts from accounts: how long that takes would tell of other tenants' people.
CREATE OR REPLACE FUNCTION list_members(p_account_id uuid, p_workspace_id uuid, p_role "Role", p_state "MembershipState",
    p_pattern text, p_after_key text, p_after_id uuid, p_limit integer)
  RETURNS TABLE (id uuid, account_id uuid, display_name text, username text, email text, role "Role",
    state "MembershipState", joined_at timestamptz, ends_at timestamptz, deactivated_at timestamptz, joined_key text,
    is_sole_owner boolean)
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true),
          set_config('enable_sort', 'off', true);
  RETURN QUERY
    SELECT m.id, m.account_id, a.display_name, a.username, a.email, m.role, m.state, m.joined_at, m.ends_at,
      m.deactivated_at, m.joined_at::text,
      m.role = 'OWNER' AND m.state = 'ACTIVE' AND NOT EXISTS (
        SELECT FROM membership o JOIN account b ON b.id = o.account_id
        WHERE o.workspace_id = p_workspace_id AND o.role = 'OWNER' AND o.state = 'ACTIVE' AND o.id <> m.id
          AND b.status = 'ACTIVE' AND b.deletion_due_at IS NULL)
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = p_workspace_id
      AND (m.joined_at, m.id) > (coalesce(p_after_key, '-infinity')::timestamptz,
                                 coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
      AND (p_role IS NULL OR m.role = p_role) AND (p_state IS NULL OR m.state = p_state)
      AND (p_pattern IS NULL OR lower(a.display_name) LIKE p_pattern OR a.username LIKE p_pattern
           OR lower(a.email) LIKE p_pattern)
    ORDER BY m.joined_at, m.id LIMIT p_limit;
  PERFORM set_config('enable_sort', 'on', true);
END $$;
