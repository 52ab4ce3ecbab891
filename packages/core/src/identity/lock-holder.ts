import { normaliseEmail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { LockedAccount } from "./records.ts";
import { lockAccount } from "./records.ts";

/**
 * Locks the account that keeps others from an address: it has it, or may still take it back after a change. Its `email`
 * is then the address that was asked for, where its owner reads mail about it.
 */
export async function lockHolder(tx: Tx, ctx: RequestContext, email: string): Promise<LockedAccount | null> {
  const emailNormal = normaliseEmail(email);
  const owner = await lockAccount(tx, { emailNormal });
  if (owner) return owner;
  const [reserved] = await tx.$queryRaw<{ id: string }[]>`SELECT account_id::text AS id FROM email_change
    WHERE from_normal = ${emailNormal} AND confirmed_at IS NOT NULL AND undone_at IS NULL
      AND undo_until > ${ctx.services.clock.now()} LIMIT 1`;
  const holder = reserved ? await lockAccount(tx, reserved) : null;
  return holder && { ...holder, email };
}
