import type { Role } from "@pronaflow/contract";
import { ROLES } from "@pronaflow/contract";
import type { WorkspaceImpact } from "@pronaflow/contract/outputs/workspaces";
import type { Tx } from "@pronaflow/db";
import type { Fields } from "../kernel/audit.ts";

interface Counted {
  members: number;
  members_by_role: Partial<Record<Role, number>>;
  left_without: number;
  invitations: number;
  tokens: number;
  files: number;
}

/**
 * Counts what goes with a workspace, deactivated members included, since a purge takes them too. Exact for as long as
 * the caller holds the workspace's lock. There are no webhooks yet: their count is 0.
 */
export async function readImpact(tx: Tx, workspaceId: string, finalAt: Date): Promise<WorkspaceImpact> {
  const [counted] = await tx.$queryRaw<Counted[]>`SELECT members, members_by_role, left_without, invitations,
    tokens, files FROM workspace_impact(${workspaceId}::uuid)`;
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
    invitations: counted?.invitations ?? 0,
    tokens: counted?.tokens ?? 0,
    webhooks: 0,
    files: counted?.files ?? 0,
    finalAt: finalAt.toISOString(),
  };
}

/** The impact as named fields of an audit row. */
export function impactFields(impact: WorkspaceImpact): Fields {
  const { membersByRole, finalAt, ...counts } = impact;
  const byRole = ROLES.map((role) => [`members${role.charAt(0)}${role.slice(1).toLowerCase()}`, membersByRole[role]]);
  return { ...counts, ...Object.fromEntries(byRole), finalAt };
}
