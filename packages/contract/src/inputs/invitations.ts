import * as z from "zod";
import { ROLES } from "../permissions.ts";
import { LinkToken } from "./identity.ts";
import { Reason, WorkspaceId } from "./workspaces.ts";

/** How many addresses one call may name. */
export const MOST_INVITED_AT_ONCE = 100;

const Id = z.uuid("INVALID");
const MemberEnd = z.iso.datetime({ offset: true, error: "INVALID" });
// Each is judged by itself and answered in its row; here only its size is bounded.
const TypedAddress = z.string().max(1000, "EMAIL_INVALID");

export const InviteMembersInput = z
  .strictObject({
    id: WorkspaceId,
    emails: z.array(TypedAddress).min(1, "REQUIRED").max(MOST_INVITED_AT_ONCE, "INVALID"),
    role: z.enum(ROLES),
    memberEndsAt: MemberEnd.optional(),
  })
  .refine(isGuestWhereItEnds, { path: ["memberEndsAt"], error: "INVALID" });

/** The states a list of invitations can be narrowed to. `open`: whoever has the link can still take it. */
export const INVITATION_FILTERS = ["all", "open", "accepted", "declined", "expired", "revoked", "void"] as const;
export type InvitationFilter = (typeof INVITATION_FILTERS)[number];
export const ListInvitationsInput = z.strictObject({
  id: WorkspaceId,
  filter: z.enum(INVITATION_FILTERS).optional(),
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});

export const InvitationInput = z.strictObject({ id: WorkspaceId, invitationId: Id });
export const ChangeInvitationInput = z
  .strictObject({ id: WorkspaceId, invitationId: Id, role: z.enum(ROLES), memberEndsAt: MemberEnd.optional() })
  .refine(isGuestWhereItEnds, { path: ["memberEndsAt"], error: "INVALID" });

export const InvitationLinkInput = z.strictObject({ token: LinkToken });

/** What the worker says when an invitation has run out, or no longer stands. */
export const EndInvitationInput = z.strictObject({ id: WorkspaceId, invitationId: Id, reason: Reason });

// A Guest alone has an end: everyone else stays until someone takes them out.
function isGuestWhereItEnds(input: { role: string; memberEndsAt?: string | undefined }): boolean {
  return input.memberEndsAt === undefined || input.role === "GUEST";
}
