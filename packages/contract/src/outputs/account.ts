import * as z from "zod";
import { ACTIVITY_ACTIONS } from "../activity-actions.ts";
import { Timestamp } from "./identity.ts";

/** A change of address that waits for the new one, or that the old one may still take back. */
export const EmailChange = z.object({
  state: z.enum(["waiting", "changed"]),
  fromEmail: z.string(),
  toEmail: z.string(),
  requestedAt: Timestamp,
  /** When the link to the new address runs out, or the way back to the old one. */
  until: Timestamp,
});
export type EmailChange = z.infer<typeof EmailChange>;
export const CurrentEmailChange = z.object({ change: EmailChange.nullable() });

// `token` as in SignedIn: only where the session of this browser was renewed, and no page's script can read it.
export const EmailConfirmed = z.object({
  status: z.literal("confirmed"),
  email: z.string(),
  token: z.string().optional(),
  expiresAt: Timestamp.optional(),
});
/** `cancelled`: before it was confirmed. `restored`: the old address is back and the password waits for its reset. */
export const EmailChangeUndone = z.object({ status: z.enum(["cancelled", "restored"]) });

export const OwnedWorkspace = z.object({ id: z.string(), slug: z.string(), name: z.string() });
export type OwnedWorkspace = z.infer<typeof OwnedWorkspace>;
export const Deletion = z.object({
  /** When the account is removed for good; null where it is not on its way out. */
  finalAt: Timestamp.nullable(),
  /** Live workspaces that would be left without an owner. */
  solelyOwned: z.array(OwnedWorkspace),
  memberships: z.number().int(),
});
export type Deletion = z.infer<typeof Deletion>;
export const DeletionScheduled = z.object({ finalAt: Timestamp });

/** Oneself; someone who was not signed in, as one is before signing in; an admin; the product by itself. */
export const ACTED_BY = ["self", "guest", "support", "system"] as const;
export const Activity = z.object({
  id: z.string(),
  at: Timestamp,
  action: z.enum(ACTIVITY_ACTIONS),
  /** Why a try failed; null for an act. */
  outcome: z.string().nullable(),
  /** Where support and the product were is not shown. */
  by: z.enum(ACTED_BY),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  ip: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;
export const ActivityPage = z.object({ items: z.array(Activity), nextCursor: z.string().nullable() });
export type ActivityPage = z.infer<typeof ActivityPage>;

export const EXPORT_STATES = ["QUEUED", "RUNNING", "READY", "FAILED"] as const;
export const DataExport = z.object({
  id: z.string(),
  state: z.enum(EXPORT_STATES),
  /** Of 100. */
  progress: z.number().int(),
  requestedAt: Timestamp,
  expiresAt: Timestamp.nullable(),
  /** In bytes, once it is ready. */
  size: z.number().int().nullable(),
});
export type DataExport = z.infer<typeof DataExport>;
export const CurrentExport = z.object({ export: DataExport.nullable() });
