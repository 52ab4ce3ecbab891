import type { SystemRole } from "@pronaflow/contract";
import { fail, SYSTEM_ROLES } from "@pronaflow/contract";
import type { AccountStatus } from "@pronaflow/db";

/** What decides what a person may be in the console. */
export interface Holder {
  status: AccountStatus;
  systemRole: SystemRole;
  /** When the account is removed for good; null = nobody asked for that. */
  deletionDueAt: Date | null;
}

/** Whether a role is weaker than another. */
export function isWeaker(role: SystemRole, than: SystemRole): boolean {
  return SYSTEM_ROLES.indexOf(role) < SYSTEM_ROLES.indexOf(than);
}

/** Whether somebody can act as a SUPERADMIN: one who is suspended or on the way out does not count. */
export function isActiveSuperadmin({ status, systemRole, deletionDueAt }: Holder): boolean {
  return systemRole === "SUPERADMIN" && status === "ACTIVE" && deletionDueAt === null;
}

/**
 * A stronger role goes to somebody who can use it: verified, neither suspended nor on the way out. A weaker one to anybody.
 * @throws ACCOUNT_NOT_ACTIVE
 */
export function assertMayHold(holder: Holder, role: SystemRole): void {
  if (isWeaker(role, holder.systemRole)) return;
  if (holder.status !== "ACTIVE" || holder.deletionDueAt) fail("ACCOUNT_NOT_ACTIVE");
}
