import type { Addressed, Zoned } from "./mail.ts";

/** What the mails say by which the console's people act on an account. `why`: as they wrote it. Instants are ISO 8601. */
export interface StandingProps {
  /** `until`: not given where it ends when somebody lifts it. */
  "account-suspended": Addressed & Zoned & { why: string; until?: string; link: string };
  "account-reactivated": Addressed & { link: string };
  "sessions-ended": Addressed & { count: number; why: string; link: string };
}

export type StandingTemplate = keyof StandingProps;

/** Record<…, true> so that one that is not listed does not compile. */
export const STANDING_MAILS: Record<StandingTemplate, true> = {
  "account-suspended": true,
  "account-reactivated": true,
  "sessions-ended": true,
};
