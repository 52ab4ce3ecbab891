-- AlterTable
ALTER TABLE "workspace_settings" ADD COLUMN     "day_ends_minute" SMALLINT NOT NULL DEFAULT 1020,
ADD COLUMN     "day_starts_minute" SMALLINT NOT NULL DEFAULT 540;

-- Minutes after midnight. A day that ends no later than it starts ends on the next one; what is worked fits into it.
ALTER TABLE workspace_settings
  ADD CONSTRAINT workspace_settings_day_range CHECK (
    day_starts_minute BETWEEN 0 AND 1439 AND day_ends_minute BETWEEN 0 AND 1439),
  ADD CONSTRAINT workspace_settings_day_fits CHECK (minutes_per_day <=
    CASE WHEN day_ends_minute > day_starts_minute THEN day_ends_minute - day_starts_minute
         ELSE day_ends_minute - day_starts_minute + 1440 END);

-- By what a person's own workspaces are told apart in a list, before a scope is proven: two facts of each and nothing more
-- of its settings, which stay behind the wall.
CREATE POLICY workspace_settings_counted ON workspace_settings FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION own_workspace_marks(p_account_id uuid)
  RETURNS TABLE (id uuid, accent_colour text, logo_version text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id, s.accent_colour, l.version FROM public.membership m JOIN public.workspace w ON w.id = m.workspace_id
    LEFT JOIN public.workspace_settings s ON s.workspace_id = w.id
    LEFT JOIN public.workspace_logo l ON l.workspace_id = w.id
  WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
    AND (s.accent_colour IS NOT NULL OR l.version IS NOT NULL)
$$;
REVOKE ALL ON FUNCTION own_workspace_marks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_workspace_marks TO pronaflow_app;
