import { ipGroup } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { RequestContext } from "./context.ts";
import { reading } from "./transaction.ts";

/** So many calls at once, refilled evenly over the window. */
export interface Rate {
  name: string;
  calls: number;
  windowSeconds: number;
}

/** What taking one call from a bucket came to. */
export interface Taken {
  isAllowed: boolean;
  /** Calls that could be taken at once after this one. */
  remaining: number;
  /** How long a refused caller has to wait. */
  retryAfterMs: number;
}

/**
 * Takes one call from a bucket: in Redis where there is one, in Postgres else and whenever Redis does not answer, never in
 * neither. Counts calls, not requests: each call of a batch takes its own.
 * @throws RATE_LIMITED with `retryAfterSeconds`.
 */
export async function takeRate(ctx: RequestContext, rate: Rate, key: string): Promise<void> {
  const { keys, sharedRates } = ctx.services;
  // The key may hold an address or a name: only its digest is stored.
  const bucket = `${rate.name}:${keys.mac("rate-limit", key).toString("base64url")}`;
  const taken = (await sharedRates?.take(bucket, rate)) ?? (await takeFromPostgres(ctx, rate, bucket));
  const retryAfterSeconds = Math.max(1, Math.ceil(taken.retryAfterMs / 1000));
  ctx.noteRate?.(rate, taken);
  if (!taken.isAllowed) fail("RATE_LIMITED", { retryAfterSeconds });
}

/**
 * Whether a thing is used for the first time within so many seconds, under any number of callers. Always by Postgres: no
 * change of place may make it new again.
 */
export async function spendOnce(ctx: RequestContext, name: string, key: string, seconds: number): Promise<boolean> {
  const bucket = `${name}:${ctx.services.keys.mac("rate-limit", key).toString("base64url")}`;
  return (await takeFromPostgres(ctx, { name, calls: 1, windowSeconds: seconds }, bucket)).isAllowed;
}

type Row = { allowed: boolean; remaining: number | null; retry_after_ms: string };

async function takeFromPostgres(ctx: RequestContext, rate: Rate, bucket: string): Promise<Taken> {
  const { db, clock } = ctx.services;
  const [row] = await reading(() =>
    db.hot<Row>("rate_take", "SELECT allowed, remaining, retry_after_ms FROM rate_take($1, $2, $3, $4)", [
      bucket,
      clock.now(),
      rate.calls,
      rate.windowSeconds * 1000,
    ]),
  );
  if (!row) return { isAllowed: false, remaining: 0, retryAfterMs: 1000 };
  return { isAllowed: row.allowed, remaining: row.remaining ?? 0, retryAfterMs: Number(row.retry_after_ms) };
}

/** The same, by the caller's address (IPv6 by /64); callers without one share a bucket. */
export async function takeRateByAddress(ctx: RequestContext, rate: Rate): Promise<void> {
  await takeRate(ctx, rate, ctx.ip ? ipGroup(ctx.ip) : "unknown");
}
