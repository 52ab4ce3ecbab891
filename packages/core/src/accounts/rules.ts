import type { SystemRole } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import type { AccountStatus } from "@pronaflow/db";
import { isWeaker } from "../admins/rules.ts";
import type { SystemScope } from "../kernel/scope.ts";

/** The longest suspension that ends by itself. */
const MAX_SUSPENSION_MS = 366 * 24 * 60 * 60 * 1000;

/** Why what a suspended Owner leaves passes on, as its workspace's log says it: the reason itself is not the workspace's. */
export const PASSED_ON = "The account of its owner was suspended";

/**
 * Nobody acts on their own account here, and on one of the same or a stronger role only a SUPERADMIN does.
 * @throws ACCOUNT_IS_YOURS, ACCOUNT_OUT_OF_REACH.
 */
export function assertReach(scope: SystemScope, account: { id: string; systemRole: SystemRole }): void {
  if (scope.accountId === account.id) fail("ACCOUNT_IS_YOURS");
  if (scope.systemRole !== "SUPERADMIN" && !isWeaker(account.systemRole, scope.systemRole))
    fail("ACCOUNT_OUT_OF_REACH");
}

/**
 * When a suspension ends by itself: ahead, within a year.
 * @throws INVALID_INPUT
 */
export function assertEnd(until: Date | null, now: Date): void {
  if (until === null) return;
  if (until <= now) fail("INVALID_INPUT", {}, { until: ["END_PASSED"] });
  if (until.getTime() - now.getTime() > MAX_SUSPENSION_MS) fail("INVALID_INPUT", {}, { until: ["DATE_TOO_FAR"] });
}

/** Whether a suspension holds: one whose end has come does not, whether somebody wrote that down yet or not. */
export function isSuspended(account: { status: AccountStatus; suspendedUntil: Date | null }, now: Date): boolean {
  return account.status === "SUSPENDED" && (account.suspendedUntil === null || account.suspendedUntil > now);
}

/** What a workspace's log says when who owned it is back. */
export const RETURNED = "The account of its owner is not suspended any more";
