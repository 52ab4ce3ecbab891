import type { Rate, Taken } from "@pronaflow/core/kernel";
import type { Call } from "./options.ts";

/**
 * Tells the caller of every limit that a request took from, as `RateLimit-Policy` and `RateLimit` of the IETF's draft
 * (draft-ietf-httpapi-ratelimit-headers): `q` calls in `w` seconds; `r` are left now, all of them in `t` seconds. Of a
 * limit taken from twice, by two calls of a batch, the least that is left counts: the calls end in any order.
 */
export function rateHeaders(call: Pick<Call, "setHeader">): (rate: Rate, taken: Taken) => void {
  const noted = new Map<string, { remaining: number; policy: string; limit: string }>();
  return (rate, taken) => {
    const { name, calls, windowSeconds } = rate;
    if (taken.isAllowed && (noted.get(name)?.remaining ?? Infinity) < taken.remaining) return;
    const secondsToFull = Math.ceil(((calls - taken.remaining) * windowSeconds) / calls);
    const seconds = taken.isAllowed ? secondsToFull : Math.max(1, Math.ceil(taken.retryAfterMs / 1000));
    noted.set(name, {
      remaining: taken.remaining,
      policy: `"${name}";q=${calls};w=${windowSeconds}`,
      limit: `"${name}";r=${taken.remaining};t=${seconds}`,
    });
    const all = [...noted.values()];
    call.setHeader("RateLimit-Policy", all.map(({ policy }) => policy).join(", "));
    call.setHeader("RateLimit", all.map(({ limit }) => limit).join(", "));
  };
}
