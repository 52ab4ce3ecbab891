-- Until when a Guest is let in is told with their workspaces: whose time is over sees them in no list either, whether or
-- not the worker has come by. The column comes last, so that a process of the earlier version reads on while it is replaced.
DROP FUNCTION own_workspaces(uuid);
CREATE FUNCTION own_workspaces(p_account_id uuid)
  RETURNS TABLE (id uuid, slug text, name text, role "Role", ends_at timestamptz) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true);
  RETURN QUERY
    SELECT w.id, w.slug, w.name, m.role, m.ends_at FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
    ORDER BY lower(w.name), w.id;
END $$;

DROP FUNCTION own_workspace_marks(uuid);
CREATE FUNCTION own_workspace_marks(p_account_id uuid)
  RETURNS TABLE (id uuid, accent_colour text, logo_version text, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id, s.accent_colour, l.version, m.ends_at FROM public.membership m
    JOIN public.workspace w ON w.id = m.workspace_id
    LEFT JOIN public.workspace_settings s ON s.workspace_id = w.id
    LEFT JOIN public.workspace_logo l ON l.workspace_id = w.id
  WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
    AND (s.accent_colour IS NOT NULL OR l.version IS NOT NULL)
$$;
REVOKE ALL ON FUNCTION own_workspace_marks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_workspace_marks TO pronaflow_app;
