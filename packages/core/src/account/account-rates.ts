import type { Rate } from "../kernel/limiter.ts";

const HOUR = 60 * 60;

/** How often an account may ask for what costs mail or work. */
export const accountRates = {
  emailChangeByAccount: { name: "email-change", calls: 5, windowSeconds: HOUR },
  /** Mail to one address that may be a stranger's, whoever asks. */
  emailChangePerAddress: { name: "email-change-address", calls: 5, windowSeconds: HOUR },
  exportByAccount: { name: "data-export", calls: 5, windowSeconds: 24 * HOUR },
  downloadByAccount: { name: "export-download", calls: 30, windowSeconds: HOUR },
} as const satisfies Record<string, Rate>;
