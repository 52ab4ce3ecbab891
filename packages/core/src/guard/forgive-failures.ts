import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { budgetOf } from "./records.ts";
import type { GuardKind } from "./rules.ts";

/**
 * A success: this device's failures are forgotten, and no failure of any device counts as one in a row any more. Locks of
 * others stay, or the owner's coming and going would hand a guesser new tries. The caller holds the account's row lock.
 */
export async function forgiveFailures(tx: Tx, ctx: RequestContext, accountId: string, kind: GuardKind): Promise<void> {
  const own = budgetOf(ctx, accountId);
  await tx.$executeRaw`WITH own AS (DELETE FROM credential_guard
      WHERE account_id = ${accountId}::uuid AND kind = ${kind}::"GuardKind" AND device_id = ${own})
    UPDATE credential_guard SET in_row = 0 WHERE account_id = ${accountId}::uuid AND kind = ${kind}::"GuardKind"
      AND device_id <> ${own} AND in_row > 0`;
}

/** Forgets every failure with a password that is worth nothing any more, and every lock they made. */
export async function forgetFailures(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM credential_guard WHERE account_id = ${accountId}::uuid AND kind = 'PASSWORD'`;
}
