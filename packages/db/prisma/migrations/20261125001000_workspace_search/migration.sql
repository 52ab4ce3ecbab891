-- The console's search of workspaces reads what it finds, not all there are. Behind the wall no index on names serves: what
-- compares texts may not run before the wall has let a row through. So the ids of a page are found by a function that asks
-- for the console's scope once and then reads as the tables' owner; what is shown of them is read behind the wall as before.

-- Every one, two and three characters in a row that a text holds: what holds a word holds the parts of it.
CREATE FUNCTION text_grams(p_text text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT substr(lower(p_text), first, size))
  FROM generate_series(1, 3) size, generate_series(1, length(lower(p_text)) - size + 1) first
$$;

-- A page of workspaces by state, newest first. `p_sought` stands anywhere in the name; `p_start`, a pattern, begins the
-- address or an owner's email. A word that many carry fills the page from the newest few. Any other is looked for in the
-- name, the address and the owners one by one, each by its own index: joined by OR, none of them would be used.
CREATE FUNCTION system_workspace_page(p_state text, p_purged_before timestamptz, p_sought text, p_start text,
    p_before uuid, p_limit integer)
  RETURNS SETOF uuid ROWS 25
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  older text := 'FROM public.workspace w WHERE ' || CASE WHEN p_before IS NULL THEN 'true' ELSE 'w.id < $4' END;
  in_state text := CASE p_state
    WHEN 'all' THEN ' AND true'
    WHEN 'active' THEN ' AND w.deleted_at IS NULL'
    WHEN 'deleted' THEN ' AND w.deleted_at IS NOT NULL'
    WHEN 'held' THEN ' AND w.held_at IS NOT NULL'
    WHEN 'ownerless' THEN ' AND w.ownerless_at IS NOT NULL'
    WHEN 'purging_soon' THEN ' AND w.deleted_at IS NOT NULL AND w.held_at IS NULL AND w.final_at <= $1'
  END;
  newest text := ' ORDER BY w.id DESC LIMIT $5';
  page text := 'SELECT w.id ' || older || in_state || newest;
  -- The word in threes; what overlaps those would not find less.
  parts text[] := ARRAY(SELECT DISTINCT substr(lower(p_sought), greatest(least(first, length(lower(p_sought)) - 2), 1), 3)
                        FROM generate_series(1, length(lower(p_sought)), 3) first);
  found uuid[];
BEGIN
  IF NOT (pg_has_role(session_user, 'pronaflow_admin', 'MEMBER')
          AND coalesce(current_setting('app.system_scope', true), '') = 'on') THEN
    RAISE EXCEPTION 'only the console lists all workspaces' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF p_sought IS NOT NULL THEN
    page := 'SELECT w.id FROM (SELECT w.* ' || older || newest || ' * 6) w
      WHERE (strpos(lower(w.name), lower($2)) > 0 OR w.slug LIKE $3 OR (
          SELECT true FROM public.membership m JOIN public.account a ON a.id = m.account_id
          WHERE m.workspace_id = w.id AND m.role = ''OWNER'' AND lower(a.email_normal) LIKE $3 LIMIT 1))'
      || in_state || newest;
  END IF;
  EXECUTE 'SELECT array(' || page || ')' INTO found USING p_purged_before, p_sought, p_start, p_before, p_limit;
  IF p_sought IS NOT NULL AND cardinality(found) < p_limit THEN
    page := 'SELECT w.id FROM (
      (SELECT w.id ' || older || in_state || ' AND public.text_grams(w.name) @> $6
         AND strpos(lower(w.name), lower($2)) > 0' || newest || ')
      UNION (SELECT w.id ' || older || in_state || ' AND w.slug LIKE $3' || newest || ')
      UNION (SELECT w.id ' || older || in_state || ' AND w.id IN (
        SELECT m.workspace_id FROM public.account a JOIN public.membership m ON m.account_id = a.id
        WHERE m.role = ''OWNER'' AND lower(a.email_normal) LIKE $3)' || newest || ')) w' || newest;
    EXECUTE 'SELECT array(' || page || ')' INTO found USING p_purged_before, p_sought, p_start, p_before, p_limit, parts;
  END IF;
  RETURN QUERY SELECT unnest(found);
END $$;
REVOKE ALL ON FUNCTION system_workspace_page FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system_workspace_page TO pronaflow_admin;
