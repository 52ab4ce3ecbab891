import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import type { UserContext } from "../kernel/context.ts";

/**
 * Locks the account that asks. Where its password was proven before the transaction, one that was changed since then no
 * longer counts.
 * @throws UNAUTHENTICATED, CURRENT_PASSWORD_WRONG.
 */
export async function lockOwner(tx: Tx, ctx: UserContext, provenHash: string | null = null): Promise<LockedAccount> {
  const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
  if (provenHash && account.passwordHash !== provenHash) return fail("CURRENT_PASSWORD_WRONG");
  return account;
}
