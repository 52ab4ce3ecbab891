-- Somebody can always name admins, whatever a command forgets: an account that can, and is neither suspended nor on its way
-- out, stays while it is the only one. Judged at commit; of two transactions that each take one of two away, the second is
-- judged with the first's result before its eyes. The lock is the one that the commands take first. The message says the
-- constraint's name, because the driver drops it.
CREATE FUNCTION require_superadmin() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.system_role = 'SUPERADMIN' AND NEW.status = 'ACTIVE' AND NEW.deletion_due_at IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('superadmins', 0));
  IF NOT EXISTS (SELECT FROM public.account a WHERE a.system_role = 'SUPERADMIN' AND a.status = 'ACTIVE'
                   AND a.deletion_due_at IS NULL) THEN
    RAISE EXCEPTION 'somebody can name admins: constraint "account_last_superadmin"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_last_superadmin';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER account_last_superadmin AFTER UPDATE OF system_role, status, deletion_due_at OR DELETE ON account
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.system_role = 'SUPERADMIN' AND OLD.status = 'ACTIVE' AND OLD.deletion_due_at IS NULL)
  EXECUTE FUNCTION require_superadmin();
REVOKE ALL ON FUNCTION require_superadmin FROM PUBLIC;
