import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import { isAdmissible } from "../identity/rules.ts";
import type { RequestContext } from "../kernel/context.ts";

export interface FoundChange {
  id: string;
  account_id: string;
  from_email: string;
  from_normal: string;
  to_email: string;
  to_normal: string;
  requested_at: Date;
  expires_at: Date;
  confirmed_at: Date | null;
  approved_at: Date | null;
  undo_until: Date | null;
  undone_at: Date | null;
}

/**
 * The change that a mailed link is for and its account, locked; read after the lock, so that it holds.
 * @throws TOKEN_INVALID for a link that is unknown, of an account that may not come in, or opened by another person.
 */
export async function lockChange(
  tx: Tx,
  ctx: RequestContext,
  link: { end: "confirm" | "undo"; token: string },
): Promise<{ account: LockedAccount; change: FoundChange }> {
  const hash = hashToken(link.token);
  const column = link.end === "confirm" ? Prisma.sql`confirm_hash` : Prisma.sql`undo_hash`;
  const [owner] = await tx.$queryRaw<{ id: string }[]>`SELECT account_id::text AS id FROM email_change
    WHERE ${column} = ${hash}`;
  if (!owner || (ctx.actor && ctx.actor.account.id !== owner.id)) return fail("TOKEN_INVALID");
  const account = (await lockAccount(tx, owner)) ?? fail("TOKEN_INVALID");
  if (!isAdmissible(account, ctx.services.clock.now())) return fail("TOKEN_INVALID");
  const [change] = await tx.$queryRaw<FoundChange[]>`SELECT id::text AS id, account_id::text AS account_id, from_email,
      from_normal, to_email, to_normal, requested_at, expires_at, confirmed_at, approved_at, undo_until, undone_at
    FROM email_change WHERE ${column} = ${hash}`;
  return { account, change: change ?? fail("TOKEN_INVALID") };
}
