import { fail, ROLE_PERMISSIONS } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import type { Tx } from "@pronaflow/db";
import type { WorkspaceScope } from "../kernel/scope.ts";

export interface WorkspaceRow {
  id: string;
  slug: string;
  name: string;
  description: string;
  member_count: number;
  created_at: Date;
}

export interface LockedWorkspace {
  id: string;
  slug: string;
  name: string;
  description: string;
}

/**
 * Locks the workspace of the scope until the transaction ends; no one joins it meanwhile (a new membership's foreign
 * key waits for this lock).
 * @throws NOT_FOUND where the input names another workspace than the scope was proven for, or it was just deleted.
 */
export async function lockWorkspace(tx: Tx, scope: WorkspaceScope, id: string): Promise<LockedWorkspace> {
  if (id !== scope.workspaceId) return fail("NOT_FOUND");
  const [row] = await tx.$queryRaw<LockedWorkspace[]>`SELECT id::text AS id, slug, name, description FROM workspace
    WHERE id = ${scope.workspaceId}::uuid AND deleted_at IS NULL FOR UPDATE`;
  return row ?? fail("NOT_FOUND");
}

/** Reads the workspace of the scope within a command. */
export async function readDetail(
  tx: Tx,
  scope: { accountId: string; workspaceId: string } & Pick<WorkspaceScope, "role" | "mfaWantedFrom">,
): Promise<WorkspaceDetail> {
  const [row] = await tx.$queryRaw<
    WorkspaceRow[]
  >`SELECT id::text AS id, slug, name, description, member_count, created_at
    FROM workspace_detail(${scope.accountId}::uuid, ${scope.workspaceId}::uuid)`;
  return row ? toWorkspaceDetail(row, scope) : fail("NOT_FOUND");
}

/** A workspace as a member of this role sees it, with what they may do there and what it will ask of their session. */
export function toWorkspaceDetail(
  row: WorkspaceRow,
  { role, mfaWantedFrom }: Pick<WorkspaceScope, "role" | "mfaWantedFrom">,
): WorkspaceDetail {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    role,
    permissions: [...ROLE_PERMISSIONS[role]],
    memberCount: row.member_count,
    createdAt: row.created_at.toISOString(),
    mfaWantedFrom: mfaWantedFrom?.toISOString() ?? null,
  };
}
