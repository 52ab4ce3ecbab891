-- Addresses are looked up before a scope exists, so everyone reads them; they are written only from inside their own.
ALTER TABLE workspace_slug ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_slug FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_slug_lookup ON workspace_slug FOR SELECT TO pronaflow_app, pronaflow_admin USING (true);
CREATE POLICY workspace_slug_claim ON workspace_slug FOR INSERT TO pronaflow_app
  WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY workspace_slug_change ON workspace_slug FOR UPDATE TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY workspace_slug_system ON workspace_slug TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));
