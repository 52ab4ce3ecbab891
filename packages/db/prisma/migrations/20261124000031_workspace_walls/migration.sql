-- Walls, grants and forms of what a workspace holds, and the database's own hold on ownership.

GRANT SELECT, INSERT, UPDATE ON invitation, ownership_transfer, workspace_billing, workspace_policy, workspace_export
  TO pronaflow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON workspace_logo, idempotency_key TO pronaflow_app;
GRANT DELETE ON membership TO pronaflow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  invitation, ownership_transfer, workspace_logo, workspace_billing, workspace_policy, workspace_export, idempotency_key
  TO pronaflow_admin;

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY invitation_in_scope ON invitation TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY invitation_system ON invitation TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE ownership_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE ownership_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY ownership_transfer_in_scope ON ownership_transfer TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
-- What is offered to oneself, before a scope is proven.
CREATE POLICY ownership_transfer_own ON ownership_transfer FOR SELECT TO pronaflow_app
  USING (to_account_id = (SELECT current_account_id()));
CREATE POLICY ownership_transfer_system ON ownership_transfer TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE workspace_logo ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_logo FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_logo_in_scope ON workspace_logo TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY workspace_logo_system ON workspace_logo TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE workspace_billing ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_billing FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_billing_in_scope ON workspace_billing TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY workspace_billing_system ON workspace_billing TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE workspace_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_policy_in_scope ON workspace_policy TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
-- What a workspace of one's own asks of a session, read in the statement that proves the scope.
CREATE POLICY workspace_policy_of_member ON workspace_policy FOR SELECT TO pronaflow_app
  USING (workspace_id IN (SELECT m.workspace_id FROM membership m
                          WHERE m.account_id = (SELECT current_account_id()) AND m.state = 'ACTIVE'));
CREATE POLICY workspace_policy_system ON workspace_policy TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

ALTER TABLE workspace_export ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_export FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_export_in_scope ON workspace_export TO pronaflow_app
  USING (workspace_id = (SELECT current_workspace_id())) WITH CHECK (workspace_id = (SELECT current_workspace_id()));
CREATE POLICY workspace_export_system ON workspace_export TO pronaflow_admin
  USING ((SELECT has_system_scope())) WITH CHECK ((SELECT has_system_scope()));

-- Functions of the tables' owner count past the wall, wherever the owner is not a superuser.
CREATE POLICY invitation_counted ON invitation FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY workspace_logo_counted ON workspace_logo FOR SELECT TO CURRENT_USER USING (true);

-- One live invitation for an address in a workspace, one offer of ownership at a time.
CREATE UNIQUE INDEX invitation_one_live ON invitation (workspace_id, email_normal) WHERE state = 'PENDING';
CREATE UNIQUE INDEX ownership_transfer_one_live ON ownership_transfer (workspace_id) WHERE state = 'PENDING';

ALTER TABLE invitation
  ADD CONSTRAINT invitation_hash_length CHECK (length(token_hash) = 32),
  ADD CONSTRAINT invitation_email_length CHECK (length(email) <= 254),
  ADD CONSTRAINT invitation_end_whole CHECK ((state = 'PENDING') = (ended_at IS NULL)),
  ADD CONSTRAINT invitation_accepted_whole CHECK ((state = 'ACCEPTED') = (accepted_by IS NOT NULL)),
  ADD CONSTRAINT invitation_guests_end CHECK (member_ends_at IS NULL OR role = 'GUEST');
ALTER TABLE ownership_transfer
  ADD CONSTRAINT ownership_transfer_decided_whole CHECK ((state = 'PENDING') = (decided_at IS NULL)),
  ADD CONSTRAINT ownership_transfer_to_another CHECK (from_account_id <> to_account_id);
ALTER TABLE membership
  ADD CONSTRAINT membership_guests_end CHECK (ends_at IS NULL OR role = 'GUEST'),
  ADD CONSTRAINT membership_active_since CHECK (deactivated_at IS NULL OR state = 'DEACTIVATED'),
  ADD CONSTRAINT membership_owners_have_heirs CHECK (heir_account_id IS NULL OR role = 'OWNER'),
  ADD CONSTRAINT membership_heir_is_another CHECK (heir_account_id <> account_id);
ALTER TABLE workspace
  ADD CONSTRAINT workspace_hold_whole CHECK ((held_at IS NULL) = (hold_reason IS NULL));
ALTER TABLE workspace_settings
  ADD CONSTRAINT workspace_settings_accent_form CHECK (accent_colour ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT workspace_settings_day_length CHECK (minutes_per_day BETWEEN 1 AND 1440),
  ADD CONSTRAINT workspace_settings_week_start CHECK (week_start BETWEEN 1 AND 7);
ALTER TABLE workspace_policy
  ADD CONSTRAINT workspace_policy_session_range CHECK (session_max_minutes BETWEEN 15 AND 43200);
ALTER TABLE workspace_export
  ADD CONSTRAINT workspace_export_format CHECK (format IN ('csv', 'jsonl')),
  ADD CONSTRAINT workspace_export_progress_range CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE idempotency_key
  ADD CONSTRAINT idempotency_key_hash_length CHECK (length(key_hash) = 32),
  ADD CONSTRAINT idempotency_key_call_digest_length CHECK (length(call_digest) = 32);

-- A live workspace has an active owner, whatever a command forgets. Judged at commit; two transactions that each take one
-- of two owners away are judged one after the other, the second with the first's result before its eyes.
CREATE FUNCTION require_active_owner() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  judged uuid;
BEGIN
  IF TG_TABLE_NAME = 'workspace' THEN judged := NEW.id; ELSE judged := OLD.workspace_id; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('workspace-owner:' || judged, 0));
  IF EXISTS (SELECT FROM public.workspace w WHERE w.id = judged AND w.deleted_at IS NULL AND w.ownerless_at IS NULL)
    AND NOT EXISTS (SELECT FROM public.membership m
                    WHERE m.workspace_id = judged AND m.role = 'OWNER' AND m.state = 'ACTIVE') THEN
    RAISE EXCEPTION 'a live workspace has an active owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'workspace_active_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER workspace_active_owner AFTER UPDATE OR DELETE ON membership
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'OWNER' AND OLD.state = 'ACTIVE')
  EXECUTE FUNCTION require_active_owner();
CREATE CONSTRAINT TRIGGER workspace_active_owner AFTER INSERT OR UPDATE OF deleted_at, ownerless_at ON workspace
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_active_owner();

-- What a person is in a live workspace, with what it asks of their session and when a guest's time is over.
DROP FUNCTION workspace_standing(uuid, uuid, text);
CREATE FUNCTION workspace_standing(p_account_id uuid, p_workspace_id uuid, p_skeleton text)
  RETURNS TABLE (workspace_id uuid, slug text, role "Role", member_id uuid, ends_at timestamptz,
    mfa_required_from timestamptz, session_max_minutes integer) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true);
  RETURN QUERY
    SELECT w.id, w.slug, m.role, m.id, m.ends_at, p.mfa_required_from, p.session_max_minutes
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
      LEFT JOIN workspace_policy p ON p.workspace_id = m.workspace_id
    WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
      AND m.workspace_id = coalesce(p_workspace_id,
        (SELECT s.workspace_id FROM workspace_slug s WHERE s.skeleton = p_skeleton));
END $$;

-- What goes with a workspace: also the invitations that wait, the programs bound to it, its pictures.
DROP FUNCTION workspace_impact(uuid);
CREATE FUNCTION workspace_impact(p_workspace_id uuid)
  RETURNS TABLE (members integer, members_by_role jsonb, left_without integer, invitations integer, tokens integer,
    files integer)
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
           AND other.state = 'ACTIVE' AND w.deleted_at IS NULL)),
      (SELECT count(*)::integer FROM public.invitation i WHERE i.workspace_id = p_workspace_id AND i.state = 'PENDING'),
      (SELECT count(*)::integer FROM public.personal_access_token t
       WHERE t.bound_workspace_id = p_workspace_id AND t.revoked_at IS NULL),
      (SELECT count(*)::integer FROM public.workspace_logo l WHERE l.workspace_id = p_workspace_id);
END $$;
REVOKE ALL ON FUNCTION require_active_owner, workspace_impact FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspace_impact TO pronaflow_app, pronaflow_admin;
