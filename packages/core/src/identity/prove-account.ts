import { fail } from "@pronaflow/contract";
import type { UserContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import type { StoredPassword } from "./find-password.ts";
import { findPassword } from "./find-password.ts";
import { matchesPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";

/**
 * Asks a signed-in person for their password again. Every prompt shares one limit by account.
 * @throws CURRENT_PASSWORD_WRONG, RATE_LIMITED, BUSY.
 */
export async function proveAccount(ctx: UserContext, password: string): Promise<StoredPassword & { hash: string }> {
  const { id } = ctx.actor.account;
  await takeRate(ctx, identityRates.proofByAccount, id);
  const stored = await findPassword(ctx, id);
  const isRight = await matchesPassword(ctx.services, stored?.hash ?? null, password);
  if (!isRight || !stored?.hash) return fail("CURRENT_PASSWORD_WRONG");
  return { ...stored, hash: stored.hash };
}
