import type { Rate } from "../kernel/limiter.ts";

/** Spec ID-5: five failures within ten minutes lock for fifteen. */
export const LOCK_FAILURES = 5;
export const LOCK_WINDOW_SECONDS = 10 * 60;
export const LOCK_SECONDS = 15 * 60;

/** Failures without a success between them after which the password is worth nothing until a reset (NIST 800-63B). */
export const DISABLING_FAILURES = 100;

/** How long the unlock link of a mail works: past the lock itself, since mail may be slow. */
export const UNLOCK_TTL_SECONDS = 60 * 60;

/** What is guessed at: each is counted apart. */
export type GuardKind = "PASSWORD" | "FACTOR";

/** Failed sign-ins after which the next wants a CAPTCHA. */
export const CAPTCHA_FAILURES = 3;
/** How long a challenge may be solved and used. */
export const CAPTCHA_TTL_SECONDS = 10 * 60;
export const captchaByAddress = { name: "captcha", calls: 300, windowSeconds: 60 * 60 } as const satisfies Rate;
