-- Who acted is told in full: oneself, someone not signed in, support, or the product. The columns of before stay, so that a
-- process of the earlier version reads on while it is replaced. A half-way stop that is no failure is not listed as one.
DROP FUNCTION own_activity(text[], boolean, timestamptz, uuid, integer);
CREATE FUNCTION own_activity(
  p_actions text[], p_with_attempts boolean, p_before_at timestamptz, p_before_id uuid, p_limit integer
) RETURNS TABLE (id uuid, at timestamptz, action text, outcome text, by_other boolean, detail text, ip text, browser text,
  os text, acted_by text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me uuid := nullif(current_setting('app.account_id', true), '')::uuid;
BEGIN
  IF me IS NULL THEN
    RAISE EXCEPTION 'nobody asks' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT f.id, f.at, f.action, f.outcome, f.acted_by IN ('support', 'system'), f.detail, f.ip, f.browser, f.os, f.acted_by
    FROM (
      (SELECT e.id, e.at, e.action, NULL::text AS outcome, d.detail, NULL::text AS ip, NULL::text AS browser,
         NULL::text AS os,
         CASE WHEN e.actor_kind = 'SYSTEM' THEN 'system' WHEN e.actor_id = me THEN 'self'
           WHEN e.actor_id IS NULL THEN 'guest' ELSE 'support' END AS acted_by
       FROM public.audit_entry e LEFT JOIN public.audit_detail d ON d.entry_id = e.id
       WHERE (e.actor_id = me OR e.target = me::text) AND e.workspace_id IS NULL
         AND (p_actions IS NULL OR e.action = ANY (p_actions))
         AND (p_before_at IS NULL OR (e.at, e.id) < (p_before_at, p_before_id))
       ORDER BY e.at DESC, e.id DESC LIMIT p_limit)
      UNION ALL
      (SELECT t.id, t.at, 'attempt.' || t.kind, t.outcome, NULL, t.ip, t.browser, t.os,
         CASE WHEN t.kind IN ('step_up', 'mfa_change', 'password_change', 'console_denied') THEN 'self' ELSE 'guest' END
       FROM public.auth_attempt t
       WHERE p_with_attempts AND t.account_id = me AND t.outcome NOT IN
           ('succeeded', 'second_factor_required', 'verification_sent', 'proof_required', 'provider_linked')
         AND (p_before_at IS NULL OR (t.at, t.id) < (p_before_at, p_before_id))
       ORDER BY t.at DESC, t.id DESC LIMIT p_limit)
    ) f ORDER BY f.at DESC, f.id DESC LIMIT p_limit;
END $$;
REVOKE ALL ON FUNCTION own_activity FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_activity TO pronaflow_app;
