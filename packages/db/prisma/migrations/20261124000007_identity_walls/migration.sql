-- Grants and forms of what belongs to one account. None of it is a tenant's.

GRANT SELECT, INSERT, UPDATE, DELETE ON
  totp_factor, backup_code, passkey, passkey_ceremony, sign_in_challenge, credential_guard, known_device,
  linked_identity, provider_flow, incident, security_notice, personal_access_token, email_change, data_export,
  account_avatar TO pronaflow_app, pronaflow_admin;
-- What tells of the past is the console's to forget: incidents, changes of address, tokens that were revoked.
REVOKE DELETE ON incident, email_change, personal_access_token FROM pronaflow_app;

ALTER TABLE sign_in_challenge ADD CONSTRAINT sign_in_challenge_hash_length CHECK (length(token_hash) = 32);
ALTER TABLE known_device ADD CONSTRAINT known_device_hash_length CHECK (length(token_hash) = 32);
ALTER TABLE provider_flow
  ADD CONSTRAINT provider_flow_state_hash_length CHECK (length(state_hash) = 32),
  ADD CONSTRAINT provider_flow_browser_hash_length CHECK (length(browser_hash) = 32);
ALTER TABLE security_notice ADD CONSTRAINT security_notice_hash_length CHECK (length(token_hash) = 32);
ALTER TABLE personal_access_token
  ADD CONSTRAINT personal_access_token_hash_length CHECK (length(token_hash) = 32),
  ADD CONSTRAINT personal_access_token_name_length CHECK (length(name) BETWEEN 1 AND 80);
ALTER TABLE email_change
  ADD CONSTRAINT email_change_confirm_hash_length CHECK (length(confirm_hash) = 32),
  ADD CONSTRAINT email_change_undo_hash_length CHECK (length(undo_hash) = 32);
ALTER TABLE passkey ADD CONSTRAINT passkey_name_length CHECK (length(name) BETWEEN 1 AND 80);
ALTER TABLE data_export ADD CONSTRAINT data_export_progress_range CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE credential_guard
  ADD CONSTRAINT credential_guard_failures_bound CHECK (cardinality(failed_at) <= 5),
  ADD CONSTRAINT credential_guard_in_row_bound CHECK (in_row >= 0);
-- A change of address that still waits: one an account.
CREATE UNIQUE INDEX email_change_one_waiting ON email_change (account_id) WHERE confirmed_at IS NULL AND undone_at IS NULL;
