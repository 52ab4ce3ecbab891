import type { Audience } from "@pronaflow/auth";
import type { SystemRole } from "@pronaflow/contract";
import { systemCan } from "@pronaflow/contract";
import type { AccountStatus } from "@pronaflow/db";

/** Whether an account may come in at all: not deleted, and not suspended any more. */
export function isAdmissible(account: { status: AccountStatus; suspendedUntil: Date | null }, now: Date): boolean {
  if (account.status === "SUSPENDED") return account.suspendedUntil !== null && account.suspendedUntil <= now;
  return account.status !== "DELETED";
}

/** Whether an admissible account may enter this app: the console wants a console role and a verified address. */
export function mayEnter(audience: Audience, account: { systemRole: SystemRole; status: AccountStatus }): boolean {
  return audience === "web" || (systemCan(account.systemRole, "console.enter") && account.status !== "PENDING");
}
