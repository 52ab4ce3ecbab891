-- Addresses that may come back, one's own activity, and forgetting a person without breaking the audit's chains.

ALTER TABLE email_change ADD COLUMN from_normal text NOT NULL DEFAULT '';
UPDATE email_change SET from_normal = lower(normalize(from_email, NFKC));
ALTER TABLE email_change ALTER COLUMN from_normal DROP DEFAULT;
CREATE INDEX "email_change_from_normal_idx" ON email_change (from_normal);

-- An address that its account may take back is nobody else's. Judged after the row is written: whoever waited for the
-- change to commit then sees it, which a look beforehand would not. The row's own updated_at says what time it is.
CREATE FUNCTION refuse_reserved_address() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM public.email_change c WHERE c.from_normal = NEW.email_normal AND c.account_id <> NEW.id
             AND c.confirmed_at IS NOT NULL AND c.undone_at IS NULL AND c.undo_until > NEW.updated_at) THEN
    RAISE EXCEPTION 'the address is reserved'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'account_address_reserved';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER account_address_reserved AFTER INSERT OR UPDATE OF email_normal ON account
  FOR EACH ROW EXECUTE FUNCTION refuse_reserved_address();

-- One's own acts and what was done to one's account, with the tries that failed: only ever of the account that the
-- transaction stands for, and nothing of a workspace. By keyset, newest first. Where another person acted, where they
-- were is not shown.
CREATE FUNCTION own_activity(
  p_actions text[], p_with_attempts boolean, p_before_at timestamptz, p_before_id uuid, p_limit integer
) RETURNS TABLE (id uuid, at timestamptz, action text, outcome text, by_other boolean, detail text, ip text, browser text,
  os text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me uuid := nullif(current_setting('app.account_id', true), '')::uuid;
BEGIN
  IF me IS NULL THEN
    RAISE EXCEPTION 'nobody asks' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT f.id, f.at, f.action, f.outcome, f.by_other, f.detail, f.ip, f.browser, f.os FROM (
      (SELECT e.id, e.at, e.action, NULL::text AS outcome,
         e.actor_kind = 'SYSTEM' OR (e.actor_id IS NOT NULL AND e.actor_id <> me) AS by_other, d.detail, NULL::text AS ip,
         NULL::text AS browser, NULL::text AS os
       FROM public.audit_entry e LEFT JOIN public.audit_detail d ON d.entry_id = e.id
       WHERE (e.actor_id = me OR e.target = me::text) AND e.workspace_id IS NULL
         AND (p_actions IS NULL OR e.action = ANY (p_actions))
         AND (p_before_at IS NULL OR (e.at, e.id) < (p_before_at, p_before_id))
       ORDER BY e.at DESC, e.id DESC LIMIT p_limit)
      UNION ALL
      (SELECT t.id, t.at, 'attempt.' || t.kind, t.outcome, false, NULL, t.ip, t.browser, t.os
       FROM public.auth_attempt t
       WHERE p_with_attempts AND t.account_id = me AND t.outcome NOT IN ('succeeded', 'second_factor_required')
         AND (p_before_at IS NULL OR (t.at, t.id) < (p_before_at, p_before_id))
       ORDER BY t.at DESC, t.id DESC LIMIT p_limit)
    ) f ORDER BY f.at DESC, f.id DESC LIMIT p_limit;
END $$;
REVOKE ALL ON FUNCTION own_activity FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_activity TO pronaflow_app;

-- The personal part of the audit may be forgotten, and only so: the entry keeps its digest, so the chain stays whole.
CREATE FUNCTION refuse_rewriting_detail() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND coalesce(current_setting('app.erasing_audit_detail', true), '') = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER audit_detail_append_only ON audit_detail;
CREATE TRIGGER audit_detail_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_detail
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_detail();

-- Erases details of account events of someone who is deleted, at most p_limit, and answers how many. What they did in a
-- workspace is the workspace's record and stays. For the console's role in its scope alone, which holds no right to delete.
CREATE FUNCTION erase_account_detail(p_account_id uuid, p_limit integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  as_admin boolean := pg_has_role(session_user, 'pronaflow_admin', 'MEMBER')
                      AND coalesce(current_setting('app.system_scope', true), '') = 'on';
  erased integer;
BEGIN
  IF NOT as_admin OR NOT EXISTS (SELECT FROM public.account a WHERE a.id = p_account_id AND a.status = 'DELETED') THEN
    RAISE EXCEPTION 'only who is deleted is forgotten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.erasing_audit_detail', 'on', true);
  DELETE FROM public.audit_detail d WHERE d.entry_id IN (
    SELECT e.id FROM public.audit_entry e JOIN public.audit_detail x ON x.entry_id = e.id
    WHERE (e.actor_id = p_account_id OR e.target = p_account_id::text) AND e.workspace_id IS NULL
      AND e.action <> 'account.deleted' LIMIT p_limit);
  GET DIAGNOSTICS erased = ROW_COUNT;
  PERFORM set_config('app.erasing_audit_detail', '', true);
  RETURN erased;
END $$;
REVOKE ALL ON FUNCTION erase_account_detail FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_account_detail TO pronaflow_admin;
