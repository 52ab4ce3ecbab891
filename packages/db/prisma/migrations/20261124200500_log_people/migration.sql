-- Who ever acted in a workspace, by name and keyset: also who left. It states the proven scope for the length of this
-- statement; row-level security answers. Actors are found by jumping from one to the next in the index by actor, so that a
-- long log costs no more than a short one of as many people; the whole order is named, so that no other index fits as well
-- and reads what an actor did elsewhere. The address finds members alone: of those who left it is theirs.
CREATE FUNCTION log_people(p_account_id uuid, p_workspace_id uuid, p_pattern text, p_only uuid, p_after_name text,
    p_after_id uuid, p_limit integer)
  RETURNS TABLE (id uuid, display_name text, username text, is_member boolean, sort_name text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true);
  RETURN QUERY
    WITH RECURSIVE actor (account_id) AS (
      (SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = p_workspace_id AND e.actor_id IS NOT NULL
         AND (p_only IS NULL OR e.actor_id = p_only) ORDER BY e.actor_id, e.at, e.id LIMIT 1)
      UNION ALL
      SELECT (SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = p_workspace_id AND e.actor_id > r.account_id
                AND p_only IS NULL ORDER BY e.actor_id, e.at, e.id LIMIT 1)
      FROM actor r WHERE r.account_id IS NOT NULL
    )
    SELECT a.id, a.display_name, a.username, m.account_id IS NOT NULL, lower(a.display_name)
    FROM actor r JOIN account a ON a.id = r.account_id
      LEFT JOIN membership m ON m.workspace_id = p_workspace_id AND m.account_id = a.id
    WHERE (p_pattern IS NULL OR lower(a.display_name) LIKE p_pattern OR a.username LIKE p_pattern
           OR m.account_id IS NOT NULL AND lower(a.email) LIKE p_pattern)
      AND (p_after_id IS NULL OR (lower(a.display_name), a.id) > (p_after_name, p_after_id))
    ORDER BY lower(a.display_name), a.id LIMIT p_limit;
END $$;

-- An act upon an invitation says whose: the address it was sent to.
CREATE OR REPLACE FUNCTION access_log(
  p_account_id uuid, p_workspace_id uuid, p_actor_id uuid, p_actions text[], p_from timestamptz, p_to timestamptz,
  p_before_at timestamptz, p_before_id uuid, p_limit integer
) RETURNS TABLE (id uuid, at timestamptz, action text, actor_kind text, actor_id uuid, actor_name text, on_behalf_of uuid,
  target text, target_name text, detail text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true);
  RETURN QUERY EXECUTE
    'SELECT e.id, e.at, e.action, e.actor_kind::text, e.actor_id, a.display_name, e.on_behalf_of, e.target, coalesce(t.display_name, i.email), d.detail
     FROM (SELECT * FROM audit_entry e WHERE e.workspace_id = $1'
    || CASE WHEN p_actor_id IS NULL THEN '' ELSE ' AND e.actor_id = $2' END
    || CASE WHEN p_actions IS NULL THEN '' ELSE ' AND e.action = ANY ($3)' END
    || CASE WHEN p_from IS NULL THEN '' ELSE ' AND e.at >= $4' END
    || CASE WHEN p_to IS NULL THEN '' ELSE ' AND e.at < $5' END
    || CASE WHEN p_before_at IS NULL THEN '' ELSE ' AND (e.at, e.id) < ($6, $7)' END
    || ' ORDER BY e.at DESC, e.id DESC LIMIT $8) e
     LEFT JOIN audit_detail d ON d.entry_id = e.id
     LEFT JOIN account a ON a.id = e.actor_id
     CROSS JOIN LATERAL (SELECT CASE WHEN e.target ~ ''^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'' THEN e.target::uuid END AS id) named
     LEFT JOIN membership m ON m.workspace_id = e.workspace_id AND m.id = named.id
     LEFT JOIN account t ON t.id = coalesce(m.account_id, named.id)
     LEFT JOIN invitation i ON i.workspace_id = e.workspace_id AND i.id = named.id
     ORDER BY e.at DESC, e.id DESC'
    USING p_workspace_id, p_actor_id, p_actions, p_from, p_to, p_before_at, p_before_id, p_limit;
END $$;
