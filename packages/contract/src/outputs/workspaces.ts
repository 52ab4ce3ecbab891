import * as z from "zod";
import { PERMISSIONS, ROLES } from "../permissions.ts";

const Timestamp = z.string().meta({ format: "date-time" });

export const WorkspaceSummary = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
});
export type WorkspaceSummary = z.infer<typeof WorkspaceSummary>;

export const WorkspaceList = z.object({ items: z.array(WorkspaceSummary) });

export const WorkspaceDetail = WorkspaceSummary.extend({
  description: z.string(),
  permissions: z.array(z.enum(PERMISSIONS)),
  memberCount: z.number(),
  createdAt: Timestamp,
  /** From when on it does not let this session in without a second factor; null where nothing is missing. */
  mfaWantedFrom: Timestamp.nullable(),
});
export type WorkspaceDetail = z.infer<typeof WorkspaceDetail>;

/** What deleting a workspace would do; exact at the moment it is read, and again at commit. */
export const WorkspaceImpact = z.object({
  members: z.number(),
  membersByRole: z.record(z.enum(ROLES), z.number()),
  membersLeftWithoutWorkspace: z.number(),
  invitations: z.number(),
  tokens: z.number(),
  webhooks: z.number(),
  files: z.number(),
  finalAt: Timestamp,
});
export type WorkspaceImpact = z.infer<typeof WorkspaceImpact>;

export const DeletedWorkspace = z.object({
  id: z.string(),
  deletedAt: Timestamp,
  finalAt: Timestamp,
  undoUntil: Timestamp,
});

/** One's own deleted workspace: until when one may undo it oneself, and when it is purged. */
export const RecentlyDeleted = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  deletedBy: z.string().nullable(),
  deletedAt: Timestamp,
  undoUntil: Timestamp,
  finalAt: Timestamp,
});
export type RecentlyDeleted = z.infer<typeof RecentlyDeleted>;
export const RecentlyDeletedList = z.object({ items: z.array(RecentlyDeleted) });

export const WORKSPACE_STATES = ["ACTIVE", "DELETED"] as const;
export const SystemWorkspace = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  state: z.enum(WORKSPACE_STATES),
  owners: z.array(z.object({ id: z.string(), displayName: z.string(), email: z.string() })),
  memberCount: z.number(),
  createdAt: Timestamp,
  deletedAt: Timestamp.nullable(),
  finalAt: Timestamp.nullable(),
  /** Not purged while this stands, whatever `finalAt` says. */
  isHeld: z.boolean(),
});
export type SystemWorkspace = z.infer<typeof SystemWorkspace>;

export const SystemWorkspacePage = z.object({ items: z.array(SystemWorkspace), nextCursor: z.string().nullable() });
export type SystemWorkspacePage = z.infer<typeof SystemWorkspacePage>;

export const HistoryEntry = z.object({
  id: z.string(),
  action: z.string(),
  at: Timestamp,
  actorName: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const SystemWorkspaceDetail = SystemWorkspace.extend({
  description: z.string(),
  deletedBy: z.string().nullable(),
  /** Kept from being purged, and why; null: not held. */
  hold: z.object({ at: Timestamp, by: z.string().nullable(), reason: z.string() }).nullable(),
  impact: WorkspaceImpact,
  members: z.array(
    z.object({ id: z.string(), displayName: z.string(), email: z.string(), role: z.enum(ROLES), joinedAt: Timestamp }),
  ),
  history: z.array(HistoryEntry),
});
export type SystemWorkspaceDetail = z.infer<typeof SystemWorkspaceDetail>;

export const HeldWorkspace = z.object({ id: z.string() });
export const RestoredWorkspace = z.object({ id: z.string(), slug: z.string() });
