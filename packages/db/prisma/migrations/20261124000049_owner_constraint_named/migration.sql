-- The driver hands on the message and drops the constraint's name: the message says it, so that callers hear LAST_OWNER.
CREATE OR REPLACE FUNCTION require_active_owner() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  judged uuid;
BEGIN
  IF TG_TABLE_NAME = 'workspace' THEN judged := NEW.id; ELSE judged := OLD.workspace_id; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('workspace-owner:' || judged, 0));
  IF EXISTS (SELECT FROM public.workspace w WHERE w.id = judged AND w.deleted_at IS NULL AND w.ownerless_at IS NULL)
    AND NOT EXISTS (SELECT FROM public.membership m
                    WHERE m.workspace_id = judged AND m.role = 'OWNER' AND m.state = 'ACTIVE') THEN
    RAISE EXCEPTION 'a live workspace has an active owner: constraint "workspace_active_owner"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'workspace_active_owner';
  END IF;
  RETURN NULL;
END $$;
