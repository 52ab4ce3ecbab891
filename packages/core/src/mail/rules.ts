/**
 * How long a worker may keep a mail. Longer than a delivery may take, so that two never send one at once, and with the
 * sweep below the minute after which another must have taken over (F06).
 */
export const LEASE_MS = 40_000;
/** A delivery's time until the last byte, and from there to the server's answer: together within the lease. */
export const DELIVERY_MS = { totalMs: 10_000, finalReplyMs: 25_000 } as const;
/** How often each worker looks for mails that are due and have no job. */
export const SWEEP_MS = 10_000;
/** A fresh mail has a job of its own: the sweep leaves it alone for so long. */
export const FRESH_MS = 10_000;
/** Clocks of two machines may differ by so much before a fresh mail has to wait for the sweep. */
export const CLOCK_SKEW_MS = 2_000;

/** Spec OP-2: how long a mail is tried. */
const TRIED_FOR_MS = 24 * 60 * 60 * 1000;
/** Tries that even a mail found after a day of standstill gets. */
const LEAST_ATTEMPTS = 5;
const FIRST_WAIT_MS = 5_000;
// No wait is longer: a mail server that comes back must have everything within two minutes (F06).
const LONGEST_WAIT_MS = 60_000;

/** When to try again after `attempts` tries that failed for now; null where it has been tried long enough. */
export function nextAttempt(mail: { attempts: number; createdAt: Date }, now: Date, chance: number): Date | null {
  const isOver = now.getTime() - mail.createdAt.getTime() >= TRIED_FOR_MS;
  if (isOver && mail.attempts >= LEAST_ATTEMPTS) return null;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(mail.attempts - 1, 10));
  // Between half of it and all of it, so that mails which failed together do not return together.
  return new Date(now.getTime() + wait * (0.5 + chance / 2));
}
