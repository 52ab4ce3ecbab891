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

interface Taken {
  allowed: boolean;
  retry_after_ms: string;
}

/**
 * Takes one call from a bucket. Counts calls, not requests: each call of a batch takes its own.
 * @throws RATE_LIMITED with `retryAfterSeconds`.
 */
export async function takeRate(ctx: RequestContext, rate: Rate, key: string): Promise<void> {
  const { db, clock, keys } = ctx.services;
  // The key may hold an address or a name: only its digest is stored.
  const digest = keys.mac("rate-limit", key).toString("base64url");
  const [taken] = await reading(() =>
    db.hot<Taken>("rate_take", "SELECT allowed, retry_after_ms FROM rate_take($1, $2, $3, $4)", [
      `${rate.name}:${digest}`,
      clock.now(),
      rate.calls,
      rate.windowSeconds * 1000,
    ]),
  );
  if (!taken?.allowed) {
    fail("RATE_LIMITED", { retryAfterSeconds: Math.max(1, Math.ceil(Number(taken?.retry_after_ms ?? 1000) / 1000)) });
  }
}

/** The same, by the caller's address (IPv6 by /64); callers without one share a bucket. */
export async function takeRateByAddress(ctx: RequestContext, rate: Rate): Promise<void> {
  await takeRate(ctx, rate, ctx.ip ? ipGroup(ctx.ip) : "unknown");
}
