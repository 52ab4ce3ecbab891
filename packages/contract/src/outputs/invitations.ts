import * as z from "zod";
import { ROLES } from "../permissions.ts";
import { SecondFactorRequired, SignedIn, Timestamp, VerificationSent } from "./identity.ts";

/** What became of one address of an invitation. */
export const INVITED_OUTCOMES = [
  "invited",
  "already_invited",
  "already_member",
  "deactivated_member",
  "invalid_address",
  "duplicate",
  "domain_not_allowed",
  "pending_limit",
  "daily_limit",
  "no_seat",
] as const;
export type InvitedOutcome = (typeof INVITED_OUTCOMES)[number];

export const InvitedRow = z.object({
  /** As it was given. */
  email: z.string(),
  outcome: z.enum(INVITED_OUTCOMES),
  invitationId: z.string().nullable(),
  /** Only where no mail is configured: to be handed over by other means, shown this once. */
  link: z.string().nullable(),
});
export type InvitedRow = z.infer<typeof InvitedRow>;
export const Invited = z.object({ rows: z.array(InvitedRow), invited: z.number().int() });
export type Invited = z.infer<typeof Invited>;

/** What the inviter sees. `bounced`: a mail server refused its mail for good; the link itself still works. */
export const INVITATION_STATUSES = [
  "sent",
  "opened",
  "bounced",
  "accepted",
  "declined",
  "expired",
  "revoked",
  "void",
] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  /** When the membership of a Guest will end. */
  memberEndsAt: Timestamp.nullable(),
  status: z.enum(INVITATION_STATUSES),
  invitedBy: z.object({ id: z.string(), displayName: z.string() }),
  createdAt: Timestamp,
  sentAt: Timestamp,
  expiresAt: Timestamp,
  endedAt: Timestamp.nullable(),
  /** Whether the one who asks may resend, change or revoke it. */
  isMine: z.boolean(),
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationPage = z.object({ items: z.array(Invitation), nextCursor: z.string().nullable() });
export type InvitationPage = z.infer<typeof InvitationPage>;

export const InvitationResent = z.object({ expiresAt: Timestamp, link: z.string().nullable() });
export const InvitationChanged = z.object({ id: z.string(), role: z.enum(ROLES) });
export const InvitationEnded = z.object({ status: z.enum(["revoked", "declined"]) });

/** What the holder of a link may know of it. */
export const OfferedPlace = z.object({
  workspaceName: z.string(),
  inviterName: z.string(),
  inviterEmail: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  memberEndsAt: Timestamp.nullable(),
  expiresAt: Timestamp,
  /** Who opens it: nobody who is signed in, the one it is for, or another. */
  opener: z.enum(["guest", "invited", "other"]),
});
export type OfferedPlace = z.infer<typeof OfferedPlace>;

export const Joined = z.object({ workspaceId: z.string(), slug: z.string(), role: z.enum(ROLES) });
export type Joined = z.infer<typeof Joined>;
export const InvitationAsked = z.object({ status: z.literal("asked") });

/** Registration by invitation signs in and joins at once; without one, the address waits for its link. */
export const RegisterAnswer = z.union([SignedIn.extend({ joined: Joined }), SecondFactorRequired, VerificationSent]);
export type RegisterAnswer = z.infer<typeof RegisterAnswer>;
