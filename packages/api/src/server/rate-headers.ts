import type { Rate, Taken } from "@pronaflow/core/kernel";
import type { Call } from "./options.ts";

/**
 * Tells the caller of every limit that a request took from, as `RateLimit-Policy` and `RateLimit` of the IETF's draft
 * (draft-ietf-httpapi-ratelimit-headers): `q` calls in `w` seconds; `r` are left now, all of them in `t` seconds. Of a
 * limit taken from twice, by two calls of a batch, the last word counts.
 */
export function rateHeaders(call: Pick<Call, "setHeader">): (rate: Rate, taken: Taken) => void {
  const noted = new Map<string, { policy: string; limit: string }>();
  return (rate, taken) => {
    const { name, calls, windowSeconds } = rate;
    const secondsToFull = Math.ceil(((calls - taken.remaining) * windowSeconds) / calls);
    const seconds = taken.isAllowed ? secondsToFull : Math.max(1, Math.ceil(taken.retryAfterMs / 1000));
    noted.set(name, {
      policy: `"${name}";q=${calls};w=${windowSeconds}`,
      limit: `"${name}";r=${taken.remaining};t=${seconds}`,
    });
    const all = [...noted.values()];
    call.setHeader("RateLimit-Policy", all.map(({ policy }) => policy).join(", "));
    call.setHeader("RateLimit", all.map(({ limit }) => limit).join(", "));
  };
}
