/** Every act the audit can hold, in the past tense. A command names exactly one. */
export const AUDIT_ACTIONS = [
  "account.registered",
  "account.email_verified",
  "account.verification_resent",
  "account.pending_address_changed",
  "account.profile_updated",
  "account.password_changed",
  "account.password_reset_requested",
  "account.password_reset",
  "account.expired",
  "session.created",
  "session.proved",
  "session.ended",
  "session.revoked",
  "sessions.revoked",
  "system.first_admin_created",
  "system.admin_created",
  "workspace.created",
  "workspace.opened",
  "workspace.updated",
  "workspace.deleted",
  "workspace.restored",
  "workspace.purged",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
