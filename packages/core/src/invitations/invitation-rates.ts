import type { Rate } from "../kernel/limiter.ts";

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** How many invitations go out in a day, and how often the doors of a link may be tried. */
export const invitationRates = {
  mailedByWorkspace: { name: "invite-workspace", calls: 500, windowSeconds: DAY },
  mailedByInviter: { name: "invite-inviter", calls: 250, windowSeconds: DAY },
  /** Another mail to one address: nobody's inbox is a toy. */
  resentPerInvitation: { name: "invite-resend", calls: 5, windowSeconds: DAY },
  viewedByAddress: { name: "invitation-view", calls: 300, windowSeconds: HOUR },
  askedByAccount: { name: "invitation-ask", calls: 5, windowSeconds: DAY },
  askedPerInvitation: { name: "invitation-asked", calls: 3, windowSeconds: DAY },
} as const satisfies Record<string, Rate>;
