import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { TokenPurpose, Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { LockedAccount } from "./records.ts";
import { lockAccount } from "./records.ts";

/**
 * Consumes a one-time link, once under any number of callers, and gives its account, locked.
 * @throws TOKEN_INVALID alike for one that is unknown, used, voided, run out, sent to an address that the account no
 *   longer has, or opened by someone signed in as another.
 */
export async function redeemLink(
  tx: Tx,
  ctx: RequestContext,
  link: { purpose: TokenPurpose; token: string },
): Promise<LockedAccount> {
  const now = ctx.services.clock.now();
  const tokenHash = hashToken(link.token);
  const [found] = await tx.$queryRaw<{ account_id: string | null }[]>`SELECT account_id::text AS account_id
    FROM one_time_token WHERE token_hash = ${tokenHash} AND purpose = ${link.purpose}::"TokenPurpose"`;
  if (!found?.account_id) return fail("TOKEN_INVALID");
  if (ctx.actor && ctx.actor.account.id !== found.account_id) return fail("TOKEN_INVALID");
  const account = (await lockAccount(tx, { id: found.account_id })) ?? fail("TOKEN_INVALID");
  // The one statement that decides: whoever comes second meets used_at set.
  const consumed = await tx.$executeRaw`UPDATE one_time_token SET used_at = ${now}
    WHERE token_hash = ${tokenHash} AND account_id = ${account.id}::uuid AND address = ${account.emailNormal}
      AND used_at IS NULL AND expires_at > ${now}`;
  return consumed === 1 ? account : fail("TOKEN_INVALID");
}
