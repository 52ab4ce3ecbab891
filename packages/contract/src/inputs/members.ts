import * as z from "zod";
import { PERMISSIONS, ROLES } from "../permissions.ts";
import { WorkspaceId } from "./workspaces.ts";

export const MEMBER_STATES = ["ACTIVE", "DEACTIVATED"] as const;
/** How many members one bulk act may name. */
export const BULK_LIMIT = 200;

const MemberId = z.uuid("INVALID");
/** The end of a Guest's time; null: none. */
const EndsAt = z.iso.datetime({ offset: true, error: "INVALID" }).nullable();

export const ListMembersInput = z.strictObject({
  id: WorkspaceId,
  q: z.string().max(100, "INVALID").optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(MEMBER_STATES).optional(),
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});

export const MemberInput = z.strictObject({ id: WorkspaceId, memberId: MemberId });
export const ChangeRoleInput = MemberInput.extend({ role: z.enum(ROLES) });
export const SetMemberEndInput = MemberInput.extend({ endsAt: EndsAt });

const change = { role: z.enum(ROLES).optional(), active: z.boolean().optional(), endsAt: EndsAt.optional() };

/** One change at a time: each has its own rules, its own line in the audit and its own mail. */
export const UpdateMemberInput = MemberInput.extend(change).refine(
  ({ role, active, endsAt }) => [role, active, endsAt].filter((one) => one !== undefined).length === 1,
  "INVALID",
);

export const BulkMembersInput = z
  .strictObject({
    id: WorkspaceId,
    memberIds: z
      .array(MemberId)
      .min(1, "REQUIRED")
      .max(BULK_LIMIT, "INVALID")
      .refine((ids) => new Set(ids).size === ids.length, "INVALID"),
    remove: z.literal(true, "INVALID").optional(),
    ...change,
  })
  .refine(
    ({ role, active, endsAt, remove }) =>
      [role, active, endsAt, remove].filter((one) => one !== undefined).length === 1,
    "INVALID",
  );

export const LeaveWorkspaceInput = z.strictObject({ id: WorkspaceId });

/** What the worker found over. */
export const EndMemberInput = z.strictObject({ workspaceId: WorkspaceId, memberId: MemberId, reason: z.string() });

export const PermissionInput = z.strictObject({ id: WorkspaceId, permission: z.enum(PERMISSIONS) });
