import type { Rate } from "../kernel/limiter.ts";

/** Codes made at a time (spec ID-6). */
export const BACKUP_CODES = 10;

/** From here on a person is told to make new ones. */
export const LOW_BACKUP_CODES = 2;

/** Wrong codes that end a sign-in between its two steps. */
export const CHALLENGE_FAILURES = 5;

/** A backup code costs a hash to try: so many by one address. */
export const factorByAddress = { name: "factor", calls: 200, windowSeconds: 10 * 60 } as const satisfies Rate;

/** Whether it is time to make new codes. */
export function isLow(remaining: number): boolean {
  return remaining <= LOW_BACKUP_CODES;
}
