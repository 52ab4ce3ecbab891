import type { Role } from "@pronaflow/contract";
import { ROLES } from "@pronaflow/contract";
import type { WorkspaceImpact } from "@pronaflow/contract/outputs/workspaces";
import type { Tx } from "@pronaflow/db";
import type { Fields } from "../kernel/audit.ts";

type Counted = { members: number; members_by_role: Partial<Record<Role, number>>; left_without: number };

/**
 * Counts what goes with a workspace, deactivated members included, since a purge takes them too. Exact for as long as
 * the caller holds the workspace's lock. There are no invitations, tokens, webhooks or files yet: their counts are 0.
 */
export async function readImpact(tx: Tx, workspaceId: string, finalAt: Date): Promise<WorkspaceImpact> {
  const [counted] = await tx.$queryRaw<Counted[]>`SELECT members, members_by_role, left_without
    FROM workspace_impact(${workspaceId}::uuid)`;
  const byRole = counted?.members_by_role ?? {};
  return {
    members: counted?.members ?? 0,
    membersByRole: {
      OWNER: byRole.OWNER ?? 0,
      ADMIN: byRole.ADMIN ?? 0,
      MEMBER: byRole.MEMBER ?? 0,
      VIEWER: byRole.VIEWER ?? 0,
      GUEST: byRole.GUEST ?? 0,
    },
    membersLeftWithoutWorkspace: counted?.left_without ?? 0,
    invitations: 0,
    tokens: 0,
    webhooks: 0,
    files: 0,
    finalAt: finalAt.toISOString(),
  };
}

/** The impact as named fields of an audit row. */
export function impactFields(impact: WorkspaceImpact): Fields {
  const { membersByRole, finalAt, ...counts } = impact;
  const byRole = ROLES.map((role) => [`members${role.charAt(0)}${role.slice(1).toLowerCase()}`, membersByRole[role]]);
  return { ...counts, ...Object.fromEntries(byRole), finalAt };
}
