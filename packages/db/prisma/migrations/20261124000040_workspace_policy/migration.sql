-- How far a round of reminders has come, so that one cut short goes on where it stopped.
ALTER TABLE "workspace_policy" ADD COLUMN     "mfa_reminded_through" UUID;

-- CreateIndex
CREATE INDEX "workspace_policy_mfa_required_from_idx" ON "workspace_policy"("mfa_required_from");

-- What a person is in a live workspace, with what it asks of their session and, where it asks for one, whether they have a
-- second factor.
DROP FUNCTION workspace_standing(uuid, uuid, text);
CREATE FUNCTION workspace_standing(p_account_id uuid, p_workspace_id uuid, p_skeleton text)
  RETURNS TABLE (workspace_id uuid, slug text, role "Role", member_id uuid, ends_at timestamptz,
    mfa_required_from timestamptz, session_max_minutes integer, has_factor boolean) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true);
  RETURN QUERY
    SELECT w.id, w.slug, m.role, m.id, m.ends_at, p.mfa_required_from, p.session_max_minutes,
      CASE WHEN p.mfa_required_from IS NULL THEN false ELSE
        EXISTS (SELECT FROM totp_factor t WHERE t.account_id = p_account_id AND t.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey k WHERE k.account_id = p_account_id) END
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
      LEFT JOIN workspace_policy p ON p.workspace_id = m.workspace_id
    WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
      AND m.workspace_id = coalesce(p_workspace_id,
        (SELECT s.workspace_id FROM workspace_slug s WHERE s.skeleton = p_skeleton));
END $$;
