-- Reads that reach past one scope, each as narrow as its purpose, and the console's search by an owner's address.

-- Functions of the tables' owner are bound by FORCE ROW LEVEL SECURITY too, wherever the owner is not a superuser.
CREATE POLICY workspace_counted ON workspace FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY membership_counted ON membership FOR SELECT TO CURRENT_USER USING (true);

-- What goes with a workspace. "Left without" needs to know whether its people have another live one: of that, only the
-- number leaves this function, and only within the workspace's own scope or the console's.
CREATE FUNCTION workspace_impact(p_workspace_id uuid)
  RETURNS TABLE (members integer, members_by_role jsonb, left_without integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  in_scope boolean := p_workspace_id IS NOT DISTINCT FROM nullif(current_setting('app.workspace_id', true), '')::uuid;
  as_admin boolean := pg_has_role(session_user, 'pronaflow_admin', 'MEMBER')
                      AND coalesce(current_setting('app.system_scope', true), '') = 'on';
BEGIN
  IF p_workspace_id IS NULL OR NOT (in_scope OR as_admin) THEN
    RAISE EXCEPTION 'the workspace is outside the scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT
      (SELECT count(*)::integer FROM public.membership m WHERE m.workspace_id = p_workspace_id),
      (SELECT coalesce(jsonb_object_agg(r.role, r.members), '{}')
       FROM (SELECT m.role::text AS role, count(*) AS members FROM public.membership m
             WHERE m.workspace_id = p_workspace_id GROUP BY m.role) r),
      (SELECT count(*)::integer FROM public.membership m
       WHERE m.workspace_id = p_workspace_id AND m.state = 'ACTIVE' AND NOT EXISTS (
         SELECT FROM public.membership other JOIN public.workspace w ON w.id = other.workspace_id
         WHERE other.account_id = m.account_id AND other.workspace_id <> p_workspace_id
           AND other.state = 'ACTIVE' AND w.deleted_at IS NULL));
END $$;
REVOKE ALL ON FUNCTION workspace_impact FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspace_impact TO pronaflow_app, pronaflow_admin;

-- By the skeleton of an address: `acme-inc` still leads to the workspace that calls itself `acmeinc` today.
DROP FUNCTION workspace_standing(uuid, uuid, text);
CREATE FUNCTION workspace_standing(p_account_id uuid, p_workspace_id uuid, p_skeleton text)
  RETURNS TABLE (workspace_id uuid, slug text, role "Role", member_id uuid) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true);
  RETURN QUERY
    SELECT w.id, w.slug, m.role, m.id FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
      AND m.workspace_id = coalesce(p_workspace_id,
        (SELECT s.workspace_id FROM workspace_slug s WHERE s.skeleton = p_skeleton));
END $$;

-- One live workspace as one of its members sees it. It states the proven scope for the length of this statement.
CREATE FUNCTION workspace_detail(p_account_id uuid, p_workspace_id uuid)
  RETURNS TABLE (id uuid, slug text, name text, description text, member_count integer, created_at timestamptz)
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true);
  RETURN QUERY
    SELECT w.id, w.slug, w.name, w.description,
      (SELECT count(*)::integer FROM membership m WHERE m.workspace_id = p_workspace_id AND m.state = 'ACTIVE'),
      w.created_at
    FROM workspace w WHERE w.id = p_workspace_id AND w.deleted_at IS NULL;
END $$;

-- The console finds workspaces by the beginning of an owner's address.
CREATE INDEX account_email_prefix ON account (lower(email_normal) text_pattern_ops);
