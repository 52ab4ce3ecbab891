-- A page of the log reads its own rows alone. What belongs to a row is looked up for that row: joined, the planner took the
-- wall on the details to let few through, and read every detail of the workspace. Of several acts each is read from its own
-- place in the index, however rare it is among a million others.
CREATE OR REPLACE FUNCTION access_log(
  p_account_id uuid, p_workspace_id uuid, p_actor_id uuid, p_actions text[], p_from timestamptz, p_to timestamptz,
  p_before_at timestamptz, p_before_id uuid, p_limit integer
) RETURNS TABLE (id uuid, at timestamptz, action text, actor_kind text, actor_id uuid, actor_name text, on_behalf_of uuid,
  target text, target_name text, detail text) LANGUAGE plpgsql AS $$
DECLARE
  by_act boolean := p_actions IS NOT NULL AND p_actor_id IS NULL;
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true);
  RETURN QUERY EXECUTE
    'SELECT e.id, e.at, e.action, e.actor_kind::text, e.actor_id,
       (SELECT a.display_name FROM account a WHERE a.id = e.actor_id), e.on_behalf_of, e.target,
       coalesce(
         (SELECT t.display_name FROM membership m JOIN account t ON t.id = m.account_id
          WHERE m.workspace_id = $1 AND m.id = named.id),
         (SELECT t.display_name FROM account t WHERE t.id = named.id),
         (SELECT i.email FROM invitation i WHERE i.workspace_id = $1 AND i.id = named.id)),
       (SELECT d.detail FROM audit_detail d WHERE d.entry_id = e.id)
     FROM ('
    || CASE WHEN by_act THEN 'SELECT one.* FROM (SELECT DISTINCT unnest($3) AS act) asked CROSS JOIN LATERAL (' ELSE '' END
    || 'SELECT * FROM audit_entry e WHERE e.workspace_id = $1'
    || CASE WHEN p_actor_id IS NULL THEN '' ELSE ' AND e.actor_id = $2' END
    || CASE WHEN by_act THEN ' AND e.action = asked.act' WHEN p_actions IS NULL THEN '' ELSE ' AND e.action = ANY ($3)' END
    || CASE WHEN p_from IS NULL THEN '' ELSE ' AND e.at >= $4' END
    || CASE WHEN p_to IS NULL THEN '' ELSE ' AND e.at < $5' END
    || CASE WHEN p_before_at IS NULL THEN '' ELSE ' AND (e.at, e.id) < ($6, $7)' END
    || ' ORDER BY e.at DESC, e.id DESC LIMIT $8'
    || CASE WHEN by_act THEN ') one ORDER BY one.at DESC, one.id DESC LIMIT $8' ELSE '' END
    || ') e
     CROSS JOIN LATERAL (SELECT CASE WHEN e.target ~ ''^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'' THEN e.target::uuid END AS id) named
     ORDER BY e.at DESC, e.id DESC'
    USING p_workspace_id, p_actor_id, p_actions, p_from, p_to, p_before_at, p_before_id, p_limit;
END $$;

-- One person alone is asked for by key: among the others a plan made for both would look for them from the first on.
CREATE OR REPLACE FUNCTION log_people(p_account_id uuid, p_workspace_id uuid, p_pattern text, p_only uuid,
    p_after_name text, p_after_id uuid, p_limit integer)
  RETURNS TABLE (id uuid, display_name text, username text, is_member boolean, sort_name text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true);
  IF p_only IS NOT NULL THEN
    RETURN QUERY
      SELECT a.id, a.display_name, a.username,
        EXISTS (SELECT FROM membership m WHERE m.workspace_id = p_workspace_id AND m.account_id = a.id), lower(a.display_name)
      FROM account a WHERE a.id = p_only
        AND EXISTS (SELECT FROM audit_entry e WHERE e.workspace_id = p_workspace_id AND e.actor_id = p_only);
    RETURN;
  END IF;
  RETURN QUERY
    WITH RECURSIVE actor (account_id) AS (
      (SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = p_workspace_id AND e.actor_id IS NOT NULL
         ORDER BY e.actor_id, e.at, e.id LIMIT 1)
      UNION ALL
      SELECT (SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = p_workspace_id AND e.actor_id > r.account_id
                ORDER BY e.actor_id, e.at, e.id LIMIT 1)
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
