import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { UndoChange } from "./undo-change.ts";

type Found = { id: string; account_id: string; kind: string; at: Date; is_used: boolean; is_over: boolean };
type Taken = { id: string; undo: string | null };

export interface TakenNotices {
  account: LockedAccount;
  /** The template of the mail whose link was used, and when it was written. */
  kind: string;
  at: Date;
  /** What it and every later notice told of, the newest first. */
  changes: UndoChange[];
}

/**
 * Uses up a notice's link, once under any number of callers, and with it those of every later notice: whatever happened
 * since is taken back together, and a mail that went to a stranger's address meanwhile can do nothing any more.
 * @throws TOKEN_INVALID, with `state` used or expired where the link was ours.
 */
export async function takeNotices(tx: Tx, ctx: RequestContext, token: string): Promise<TakenNotices> {
  const now = ctx.services.clock.now();
  const [found] = await tx.$queryRaw<Found[]>`SELECT id::text AS id, account_id::text AS account_id, kind, at,
      used_at IS NOT NULL AS is_used, expires_at <= ${now} AS is_over
    FROM security_notice WHERE token_hash = ${hashToken(token)}`;
  if (!found) return fail("TOKEN_INVALID");
  if (found.is_used) return fail("TOKEN_INVALID", { state: "used" });
  if (found.is_over) return fail("TOKEN_INVALID", { state: "expired" });
  const account = (await lockAccount(tx, { id: found.account_id })) ?? fail("TOKEN_INVALID");
  const taken = await tx.$queryRaw<Taken[]>`WITH taken AS (
      UPDATE security_notice SET used_at = ${now} WHERE account_id = ${account.id}::uuid AND at >= ${found.at}
        AND used_at IS NULL AND expires_at > ${now} RETURNING id, at, undo)
    SELECT id::text AS id, undo FROM taken ORDER BY at DESC, id DESC`;
  // Whoever comes second waited for the lock and meets it used.
  if (!taken.some(({ id }) => id === found.id)) return fail("TOKEN_INVALID", { state: "used" });
  const changes = taken.flatMap(({ id, undo }) =>
    undo ? [JSON.parse(ctx.services.keys.open(undo, `notice:${id}`)) as UndoChange] : [],
  );
  return { account, kind: found.kind, at: found.at, changes };
}
