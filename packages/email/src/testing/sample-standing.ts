import type { StandingProps } from "../standing.ts";

const app = "https://app.example";

/** One believable mail of each on what the console's people did to an account. */
export function sampleStanding(displayName: string): StandingProps {
  return {
    "account-suspended": {
      displayName,
      timeZone: "Asia/Ho_Chi_Minh",
      why: "Spam was sent from this account",
      until: "2026-12-24T06:01:00.000Z",
      link: `${app}/sign-in`,
    },
    "account-reactivated": { displayName, link: `${app}/sign-in` },
    "sessions-ended": { displayName, count: 2, why: "A laptop was lost", link: `${app}/account/security` },
  };
}
