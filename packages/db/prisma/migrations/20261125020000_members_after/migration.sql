-- The page after a member is found by the index of the order: behind row-level security a comparison with coalesce() is
-- held to be leaky, so it filtered what the index gave and read all who joined before. Else it is as it was.
CREATE OR REPLACE FUNCTION list_members(p_account_id uuid, p_workspace_id uuid, p_role "Role", p_state "MembershipState",
    p_pattern text, p_after_key text, p_after_id uuid, p_limit integer)
  RETURNS TABLE (id uuid, account_id uuid, display_name text, username text, email text, role "Role",
    state "MembershipState", joined_at timestamptz, ends_at timestamptz, deactivated_at timestamptz, joined_key text,
    is_sole_owner boolean, avatar_version text)
  LANGUAGE plpgsql AS $$
DECLARE
  after_at timestamptz := coalesce(p_after_key, '-infinity')::timestamptz;
  after_id uuid := coalesce(p_after_id, '00000000-0000-0000-0000-000000000000');
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
          AND b.status = 'ACTIVE' AND b.deletion_due_at IS NULL),
      (SELECT v.version FROM account_avatar v WHERE v.account_id = m.account_id)
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = p_workspace_id
      AND (m.joined_at, m.id) > (after_at, after_id)
      AND (p_role IS NULL OR m.role = p_role) AND (p_state IS NULL OR m.state = p_state)
      AND (p_pattern IS NULL OR lower(a.display_name) LIKE p_pattern OR a.username LIKE p_pattern
           OR lower(a.email) LIKE p_pattern)
    ORDER BY m.joined_at, m.id LIMIT p_limit;
  PERFORM set_config('enable_sort', 'on', true);
END $$;
