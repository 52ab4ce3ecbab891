import type { Rate } from "../kernel/limiter.ts";

/** How often an account may ask for what costs work. */
export const settingsRates = {
  /** Pictures are decoded: logos and one's own share this. */
  pictureByAccount: { name: "picture", calls: 30, windowSeconds: 60 * 60 },
} as const satisfies Record<string, Rate>;
