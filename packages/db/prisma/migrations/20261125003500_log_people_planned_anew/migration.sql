-- The people of a log are looked for by a plan made for what is asked. A plan kept for all came after the fifth call of a
-- connection: it read every member of the workspace for each who acted, seconds where there are ten thousand.
CREATE OR REPLACE FUNCTION log_people(p_account_id uuid, p_workspace_id uuid, p_pattern text, p_only uuid,
    p_after_name text, p_after_id uuid, p_limit integer)
  RETURNS TABLE (id uuid, display_name text, username text, is_member boolean, sort_name text) LANGUAGE plpgsql AS $$
DECLARE
  actors text := CASE WHEN p_only IS NOT NULL
    THEN 'actor (account_id) AS (SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = $1 AND e.actor_id = $3 LIMIT 1)'
    ELSE 'actor (account_id) AS (
      (SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = $1 AND e.actor_id IS NOT NULL
         ORDER BY e.actor_id, e.at, e.id LIMIT 1)
      UNION ALL
      SELECT (SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = $1 AND e.actor_id > r.account_id
                ORDER BY e.actor_id, e.at, e.id LIMIT 1)
      FROM actor r WHERE r.account_id IS NOT NULL)' END;
  is_member text := 'EXISTS (SELECT FROM membership m WHERE m.workspace_id = $1 AND m.account_id = a.id)';
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true);
  -- Who is a member is asked of those alone whom the address finds, and of those who are shown.
  RETURN QUERY EXECUTE 'WITH RECURSIVE ' || actors || ', page AS (
      SELECT a.id, a.display_name, a.username, lower(a.display_name) AS sort_name
      FROM actor r JOIN account a ON a.id = r.account_id WHERE true'
    || CASE WHEN p_pattern IS NULL THEN '' ELSE ' AND (lower(a.display_name) LIKE $2 OR a.username LIKE $2
        OR lower(a.email) LIKE $2 AND ' || is_member || ')' END
    || CASE WHEN p_after_id IS NULL THEN '' ELSE ' AND (lower(a.display_name), a.id) > ($4, $5)' END
    || ' ORDER BY lower(a.display_name), a.id LIMIT $6)
    SELECT a.id, a.display_name, a.username, ' || is_member || ', a.sort_name FROM page a ORDER BY a.sort_name, a.id'
    USING p_workspace_id, p_pattern, p_only, p_after_name, p_after_id, p_limit;
END $$;
