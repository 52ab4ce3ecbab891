/**
 * What an export holds, by file, and the statement that reads it for $1 = the account. Columns are named one by one: no
 * hash, no key, no secret is among them. Each is bounded, so that one account cannot exhaust the worker.
 */
export const exportSections: Readonly<Record<string, string>> = {
  profile: `SELECT id, email, username, display_name, status, system_role, email_verified_at, password_changed_at, locale,
      time_zone, created_at, updated_at FROM account WHERE id = $1`,
  sessions: `SELECT id, audience, assurance, proved_at, created_at, last_seen_at, expires_at, browser, os, device, ip, city,
      country FROM session WHERE account_id = $1 ORDER BY created_at LIMIT 1000`,
  devices: `SELECT id, browser, os, device, ip, city, country, countries, first_seen_at, last_seen_at, trusted_until
      FROM known_device WHERE account_id = $1 ORDER BY first_seen_at LIMIT 10000`,
  attempts: `SELECT at, kind, outcome, audience, ip, browser, os FROM auth_attempt
      WHERE account_id = $1 ORDER BY at LIMIT 50000`,
  activity: `SELECT e.at, e.action, e.target, e.workspace_id, d.detail FROM audit_entry e
      LEFT JOIN audit_detail d ON d.entry_id = e.id WHERE e.actor_id = $1 ORDER BY e.at LIMIT 50000`,
  memberships: `SELECT w.id AS workspace_id, w.name, w.slug, m.role, m.state, m.joined_at, w.deleted_at
      FROM membership m JOIN workspace w ON w.id = m.workspace_id WHERE m.account_id = $1 ORDER BY m.joined_at LIMIT 10000`,
  two_step: `SELECT 'authenticator_app' AS method, created_at, confirmed_at, NULL::timestamptz AS used_at
      FROM totp_factor WHERE account_id = $1
    UNION ALL SELECT 'backup_code', created_at, NULL, used_at FROM backup_code WHERE account_id = $1`,
  passkeys: `SELECT id, name, rp_id, transports, is_backed_up, created_at, last_used_at FROM passkey
      WHERE account_id = $1 ORDER BY created_at LIMIT 1000`,
  linked_identities: `SELECT id, provider, issuer, subject, email, name, linked_at, last_used_at FROM linked_identity
      WHERE account_id = $1 ORDER BY linked_at LIMIT 1000`,
  access_tokens: `SELECT id, name, ending, permissions, bound_workspace_id, created_at, expires_at, last_used_at,
      last_used_ip, revoked_at FROM personal_access_token WHERE account_id = $1 ORDER BY created_at LIMIT 10000`,
  email_changes: `SELECT from_email, to_email, requested_at, expires_at, confirmed_at, approved_at, undo_until, undone_at
      FROM email_change WHERE account_id = $1 ORDER BY requested_at LIMIT 10000`,
  notices: `SELECT kind, at, expires_at, used_at FROM security_notice WHERE account_id = $1 ORDER BY at LIMIT 10000`,
  mails: `SELECT template, recipient, locale, state, created_at, sent_at FROM mail_outbox
      WHERE account_id = $1 ORDER BY created_at LIMIT 10000`,
};
