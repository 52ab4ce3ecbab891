import type { Rate } from "../kernel/limiter.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How often each door may be tried: by the caller's address, by the mail address named, or by the account asking. */
export const identityRates = {
  signInByAddress: { name: "sign-in", calls: 200, windowSeconds: 10 * MINUTE },
  registerByAddress: { name: "register", calls: 100, windowSeconds: HOUR },
  resendByAddress: { name: "resend", calls: 60, windowSeconds: HOUR },
  resetByAddress: { name: "reset", calls: 30, windowSeconds: HOUR },
  /** Opening mailed links: a token cannot be guessed, but each try costs a hash. */
  redeemByAddress: { name: "redeem", calls: 300, windowSeconds: HOUR },
  notMeByAddress: { name: "not-me", calls: 60, windowSeconds: HOUR },
  /** Spec ID-2: one a minute and five an hour for one mail address. */
  verificationPerMinute: { name: "verification-minute", calls: 1, windowSeconds: MINUTE },
  verificationPerHour: { name: "verification-hour", calls: 5, windowSeconds: HOUR },
  resetPerEmail: { name: "reset-email", calls: 5, windowSeconds: HOUR },
  /** "You already have an account": past this the answer stays the same and the mail stays away. */
  alreadyRegisteredPerEmail: { name: "already-registered", calls: 5, windowSeconds: HOUR },
  /** Every prompt for one's own password shares this: step-up, change, another address. */
  proofByAccount: { name: "proof", calls: 20, windowSeconds: 10 * MINUTE },
} as const satisfies Record<string, Rate>;
