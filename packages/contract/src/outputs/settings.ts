import * as z from "zod";
import { LOCALES } from "../locale.ts";
import { ROLES } from "../permissions.ts";

const Timestamp = z.string().meta({ format: "date-time" });

/** What a workspace asks of those who enter it, and whom it may invite. */
export const WorkspacePolicy = z.object({
  mfaRequiredFrom: Timestamp.nullable(),
  sessionMaxMinutes: z.number().nullable(),
  invitationDomains: z.array(z.string()),
});
export type WorkspacePolicy = z.infer<typeof WorkspacePolicy>;

export const WorkspaceSettings = z.object({
  timeZone: z.string(),
  workDays: z.array(z.number()),
  dayStart: z.string(),
  dayEnd: z.string(),
  minutesPerDay: z.number(),
  locale: z.enum(LOCALES),
  weekStart: z.number(),
  accentColour: z.string().nullable(),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

export const WorkspaceBilling = z.object({
  billingEmail: z.string(),
  legalName: z.string(),
  taxId: z.string(),
  addressLine1: z.string(),
  addressLine2: z.string(),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
  plan: z.string(),
  /** Active members. */
  seatsUsed: z.number(),
  /** Null: as many as they like. */
  seatsAllowed: z.number().nullable(),
});
export type WorkspaceBilling = z.infer<typeof WorkspaceBilling>;

const PostureMember = z.object({
  memberId: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  lastSeenAt: Timestamp.nullable(),
  endsAt: Timestamp.nullable(),
});

/** How safe a workspace is kept. Lists name at most 50; the counts beside them are whole. */
export const WorkspacePosture = z.object({
  members: z.number(),
  membersWithMfa: z.number(),
  /** Without an authenticator app or a passkey. */
  unprotected: z.array(PostureMember),
  staleGuestCount: z.number(),
  /** Guests not seen for 60 days, or past their end. */
  staleGuests: z.array(PostureMember),
  owners: z.number(),
  oldInvitations: z.number(),
});
export type WorkspacePosture = z.infer<typeof WorkspacePosture>;

const Tone = z.object({ accent: z.string(), foreground: z.string() });

/** By what one's own workspaces are told apart: those that have a colour or a logo. */
export const WorkspaceMarks = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** The accent as each theme can show it, with what reads on it. */
      tones: z.object({ light: Tone, dark: Tone }).nullable(),
      /** The address of the picture of 64 px, on this origin. */
      logo: z.string().nullable(),
    }),
  ),
});
export type WorkspaceMarks = z.infer<typeof WorkspaceMarks>;
