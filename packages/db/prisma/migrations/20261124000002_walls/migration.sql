-- The second wall of isolation: grants, forced row-level security, an audit nobody can rewrite.
-- The roles pronaflow_app and pronaflow_admin exist before any migration runs.

ALTER TABLE account
  ADD CONSTRAINT account_username_form CHECK (username ~ '^[a-z0-9_-]{3,30}$'),
  ADD CONSTRAINT account_email_length CHECK (length(email) <= 254),
  ADD CONSTRAINT account_display_name_length CHECK (length(display_name) BETWEEN 1 AND 80);
ALTER TABLE workspace
  ADD CONSTRAINT workspace_name_length CHECK (length(name) BETWEEN 2 AND 60),
  ADD CONSTRAINT workspace_description_length CHECK (length(description) <= 500),
  ADD CONSTRAINT workspace_deletion_whole CHECK ((deleted_at IS NULL) = (final_at IS NULL));
ALTER TABLE session ADD CONSTRAINT session_token_hash_length CHECK (length(token_hash) = 32);
ALTER TABLE one_time_token ADD CONSTRAINT one_time_token_hash_length CHECK (length(token_hash) = 32);

-- Counters may be lost in a crash; they need not cost a write-ahead log.
ALTER TABLE rate_limit SET UNLOGGED;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, pronaflow_app, pronaflow_admin;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pronaflow_app, pronaflow_admin;

GRANT SELECT, INSERT, UPDATE ON account, workspace, workspace_slug, membership, workspace_settings TO pronaflow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, one_time_token, password_history, rate_limit TO pronaflow_app;
GRANT SELECT, INSERT ON auth_attempt TO pronaflow_app;
GRANT INSERT ON mail_outbox TO pronaflow_app;
GRANT SELECT ON audit_entry, audit_detail TO pronaflow_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  account, workspace, workspace_slug, membership, workspace_settings, session, one_time_token, password_history,
  rate_limit, mail_outbox, workspace_tombstone TO pronaflow_admin;
GRANT SELECT, INSERT, DELETE ON auth_attempt TO pronaflow_admin;
GRANT SELECT ON audit_entry, audit_detail, audit_head TO pronaflow_admin;

-- Who asks, from transaction-local settings. Unset or emptied reads as null, and null equals nothing: no rows.
CREATE FUNCTION current_workspace_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;
CREATE FUNCTION current_account_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.account_id', true), '')::uuid $$;
CREATE FUNCTION has_system_scope() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.system_scope', true), '') = 'on' $$;

ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_in_scope ON workspace TO pronaflow_app
  USING (id = (SELECT current_workspace_id())) WITH CHECK (id = (SELECT current_workspace_id()));
-- One's own list, before a scope is proven.
CREATE POLICY workspace_of_member ON workspace FOR SELECT TO pronaflow_app
  USING (id IN (SELECT m.workspace_id FROM membership m
                WHERE m.account_id = (SELECT current_account_id()) AND m.state = 'ACTIVE'));
CREATE POLICY workspace_system ON workspace TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY membership_in_scope ON membership TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY membership_own ON membership FOR SELECT TO pronaflow_app
  USING (account_id = (SELECT current_account_id()));
CREATE POLICY membership_system ON membership TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE workspace_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_settings_in_scope ON workspace_settings TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY workspace_settings_system ON workspace_settings TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE workspace_tombstone ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_tombstone FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_tombstone_system ON workspace_tombstone TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

-- The audit: the migrating role owns audit_append() and writes through it; the others read what their scope shows.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_append ON audit_entry TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY audit_entry_in_scope ON audit_entry FOR SELECT TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY audit_entry_system ON audit_entry FOR SELECT TO pronaflow_admin USING ((SELECT has_system_scope()));

ALTER TABLE audit_detail ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_detail FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_detail_append ON audit_detail TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY audit_detail_in_scope ON audit_detail FOR SELECT TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY audit_detail_system ON audit_detail FOR SELECT TO pronaflow_admin USING ((SELECT has_system_scope()));

-- Even the owner of the tables does not rewrite the past by accident.
CREATE FUNCTION refuse_rewriting_audit() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_audit();
CREATE TRIGGER audit_detail_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_detail
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_audit();
