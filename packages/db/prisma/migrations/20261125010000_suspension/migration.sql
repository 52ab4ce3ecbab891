-- An Owner who is suspended owns nothing that others could turn to them for: of a live workspace's Owners only those count
-- whose accounts are neither suspended nor gone.
CREATE OR REPLACE FUNCTION require_active_owner() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  judged uuid;
BEGIN
  IF TG_TABLE_NAME = 'workspace' THEN judged := NEW.id; ELSE judged := OLD.workspace_id; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('workspace-owner:' || judged, 0));
  IF EXISTS (SELECT FROM public.workspace w WHERE w.id = judged AND w.deleted_at IS NULL AND w.ownerless_at IS NULL)
    AND NOT EXISTS (SELECT FROM public.membership m JOIN public.account a ON a.id = m.account_id
                    WHERE m.workspace_id = judged AND m.role = 'OWNER' AND m.state = 'ACTIVE'
                      AND a.status NOT IN ('SUSPENDED', 'DELETED')) THEN
    RAISE EXCEPTION 'a live workspace has an active owner: constraint "workspace_active_owner"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'workspace_active_owner';
  END IF;
  RETURN NULL;
END $$;
