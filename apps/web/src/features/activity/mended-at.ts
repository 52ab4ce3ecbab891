import type { ActivityAction } from "@pronaflow/contract";

const PASSWORD = "/account/security";
const SESSIONS = "/account/security#sessions";
const TWO_STEP = "/account/security#two-step";
const DEVICES = "/account/security#trusted-devices";
const CONNECTIONS = "/account/connections";
const TOKENS = "/account/tokens";
const EMAIL = "/account#email";

/** Where one sees and mends what an act did, had it been someone else; null where no attacker gains by it. */
export const MENDED_AT = {
  "account.registered": null,
  "account.email_verified": null,
  "account.verification_resent": null,
  "account.pending_address_changed": EMAIL,
  "account.profile_updated": "/account",
  "account.avatar_changed": "/account",
  "account.avatar_removed": "/account",
  "account.password_changed": PASSWORD,
  "account.password_reset_requested": PASSWORD,
  "account.password_reset": PASSWORD,
  "account.expired": null,
  "account.locked": PASSWORD,
  "account.unlocked": PASSWORD,
  "account.password_disabled": PASSWORD,
  "account.disowned": null,
  "account.reclaimed": CONNECTIONS,
  "account.deletion_scheduled": PASSWORD,
  "account.deletion_cancelled": PASSWORD,
  "account.deletion_postponed": null,
  "account.deleted": null,
  "account.system_role_changed": null,
  "email_change.requested": EMAIL,
  "email_change.confirmed": EMAIL,
  "email_change.approved": EMAIL,
  "email_change.undone": EMAIL,
  "export.requested": "/account/data",
  "session.created": SESSIONS,
  "session.proved": SESSIONS,
  "session.ended": null,
  "session.revoked": SESSIONS,
  "sessions.revoked": SESSIONS,
  "mfa.enrolment_begun": TWO_STEP,
  "mfa.enabled": TWO_STEP,
  "mfa.disabled": TWO_STEP,
  "backup_codes.regenerated": TWO_STEP,
  "passkey.added": PASSWORD,
  "passkey.renamed": null,
  "passkey.removed": PASSWORD,
  "passkey.suspected": PASSWORD,
  "device.forgotten": DEVICES,
  "token.created": TOKENS,
  "token.revoked": TOKENS,
  "provider.linked": CONNECTIONS,
  "provider.unlinked": CONNECTIONS,
  "attempt.sign_in": PASSWORD,
  "attempt.second_factor": TWO_STEP,
  "attempt.mfa_change": TWO_STEP,
  "attempt.step_up": SESSIONS,
  "attempt.password_change": SESSIONS,
  "attempt.password_reset": PASSWORD,
  "attempt.email_verification": null,
  "attempt.not_me": null,
  "attempt.first_admin": null,
  "attempt.console_denied": SESSIONS,
} as const satisfies Record<ActivityAction, string | null>;
