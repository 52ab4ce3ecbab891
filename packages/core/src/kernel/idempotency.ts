import { createHash } from "node:crypto";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "./context.ts";
import { reading } from "./transaction.ts";

/** How long a call may be repeated without being done again (spec DEV-2). */
const KEPT_MS = 24 * 60 * 60 * 1000;
const KEY_SHAPE = /^[\x21-\x7e]{1,255}$/;

/** A call with an `Idempotency-Key`: whose, and the digests of its key and of what it asks. */
export interface RepeatableCall {
  accountId: string;
  keyHash: Uint8Array<ArrayBuffer>;
  callDigest: Uint8Array<ArrayBuffer>;
}

type Kept = { same: boolean; answer: string | null };
const KEPT_SQL = `SELECT call_digest = $3 AS same, answer FROM idempotency_key
  WHERE account_id = $1 AND key_hash = $2 AND expires_at > $4`;

/**
 * What tells a repeated call from another. Keys are each account's own and each act's own: the calls of a batch may
 * share one. Null where the caller gave no key.
 * @throws IDEMPOTENCY_KEY_INVALID for anything but 1 to 255 visible ASCII characters.
 */
export function repeatableCall(ctx: RequestContext, action: string, given: unknown): RepeatableCall | null {
  const { idempotencyKey: key, actor } = ctx;
  if (key === undefined || key === null || !actor) return null;
  if (!KEY_SHAPE.test(key)) return fail("IDEMPOTENCY_KEY_INVALID");
  return {
    accountId: actor.account.id,
    keyHash: digest(`${action}\n${key}`),
    callDigest: digest(`${action}\n${JSON.stringify(given)}`),
  };
}

/**
 * What the same call answered before, where it is done: asked ahead of limits and slow work, which a repeated call must
 * not take from again. Null where it has yet to be done, or is being done now.
 * @throws IDEMPOTENCY_KEY_REUSED where the key was used for another call.
 */
export async function getAnswer(ctx: RequestContext, call: RepeatableCall): Promise<{ answer: unknown } | null> {
  const [kept] = await reading(() =>
    ctx.services.db.hot<Kept>("kept_answer", KEPT_SQL, [
      ...[call.accountId, Buffer.from(call.keyHash), Buffer.from(call.callDigest), ctx.services.clock.now()],
    ]),
  );
  return kept ? opened(ctx, call, kept) : null;
}

/**
 * Takes the call's key within its transaction, or answers with what the same call answered before. Who comes second
 * while the first is still at it waits for it, and then has its answer.
 * @throws IDEMPOTENCY_KEY_REUSED where the key was used for another call.
 */
export async function claimCall(
  tx: Tx,
  ctx: RequestContext,
  call: RepeatableCall,
): Promise<{ answer: unknown } | null> {
  const now = ctx.services.clock.now();
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  const claimed =
    await tx.$executeRaw`INSERT INTO idempotency_key AS k (account_id, key_hash, call_digest, created_at, expires_at)
    VALUES (${call.accountId}::uuid, ${call.keyHash}, ${call.callDigest}, ${now}, ${expiresAt})
    ON CONFLICT (account_id, key_hash) DO UPDATE SET call_digest = excluded.call_digest, answer = NULL,
      created_at = excluded.created_at, expires_at = excluded.expires_at WHERE k.expires_at <= ${now}`;
  if (claimed === 1) return null;
  const [kept] = await tx.$queryRaw<Kept[]>`
    SELECT call_digest = ${call.callDigest} AS same, answer FROM idempotency_key
    WHERE account_id = ${call.accountId}::uuid AND key_hash = ${call.keyHash}`;
  return kept ? opened(ctx, call, kept) : fail("IDEMPOTENCY_KEY_REUSED");
}

function opened(ctx: RequestContext, call: RepeatableCall, { same, answer }: Kept): { answer: unknown } {
  if (!same || answer === null) return fail("IDEMPOTENCY_KEY_REUSED");
  ctx.noteReplay?.();
  return JSON.parse(ctx.services.keys.open(answer, purposeOf(call))) as { answer: unknown };
}

/** Keeps what a claimed call answered, sealed: it may hold a link. */
export async function keepAnswer(tx: Tx, ctx: RequestContext, call: RepeatableCall, answer: unknown): Promise<void> {
  const sealed = ctx.services.keys.seal(JSON.stringify({ answer }), purposeOf(call));
  await tx.$executeRaw`UPDATE idempotency_key SET answer = ${sealed}
    WHERE account_id = ${call.accountId}::uuid AND key_hash = ${call.keyHash}`;
}

/** Gives the key back where the call was refused: it may be made again. */
export async function releaseCall(tx: Tx, call: RepeatableCall): Promise<void> {
  await tx.$executeRaw`DELETE FROM idempotency_key
    WHERE account_id = ${call.accountId}::uuid AND key_hash = ${call.keyHash}`;
}

function purposeOf({ accountId, keyHash }: RepeatableCall): string {
  return `idempotency:${accountId}:${Buffer.from(keyHash).toString("hex")}`;
}

function digest(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(text).digest());
}
