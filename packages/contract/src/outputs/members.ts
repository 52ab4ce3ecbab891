import * as z from "zod";
import { MEMBER_STATES } from "../inputs/members.ts";
import { ROLES } from "../permissions.ts";
import { Timestamp } from "./identity.ts";

export const Member = z.object({
  id: z.string(),
  accountId: z.string(),
  displayName: z.string(),
  username: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  state: z.enum(MEMBER_STATES),
  joinedAt: Timestamp,
  /** When a Guest's time is over; null: never. */
  endsAt: Timestamp.nullable(),
  deactivatedAt: Timestamp.nullable(),
  /** Nobody else could own the workspace now: this one can neither go nor step down. */
  isSoleOwner: z.boolean(),
  /** Where their picture is; null: they have none. */
  avatar: z.string().nullable(),
});
export type Member = z.infer<typeof Member>;

export const MemberPage = z.object({ items: z.array(Member), nextCursor: z.string().nullable() });
export type MemberPage = z.infer<typeof MemberPage>;

export const ChangedMember = z.object({
  memberId: z.string(),
  role: z.enum(ROLES),
  state: z.enum(MEMBER_STATES),
  endsAt: Timestamp.nullable(),
});
export type ChangedMember = z.infer<typeof ChangedMember>;

export const RemovedMember = z.object({ memberId: z.string() });

/** What became of each member of a bulk act: done, or the code that stood in the way. */
export const BulkResults = z.object({
  results: z.array(z.object({ memberId: z.string(), code: z.string().nullable() })),
});
export type BulkResults = z.infer<typeof BulkResults>;

/** Who can give a permission; `people` is empty to those who may not see the members. */
export const Grantors = z.object({
  roles: z.array(z.enum(ROLES)),
  people: z.array(z.object({ displayName: z.string(), role: z.enum(ROLES) })),
});
export type Grantors = z.infer<typeof Grantors>;

/** `already_asked`: within a day; no second mail goes out. */
export const AskedPermission = z.object({ status: z.enum(["asked", "already_asked", "already_held"]) });
export type AskedPermission = z.infer<typeof AskedPermission>;
