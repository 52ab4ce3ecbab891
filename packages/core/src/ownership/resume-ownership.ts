import type { Tx } from "@pronaflow/db";
import { appendAudit } from "../kernel/audit.ts";
import type { SystemContext } from "../kernel/context.ts";

/**
 * Takes the mark of an ownerless workspace from each that an account owns, once that can act again. Needs `lockPlaces`
 * before. Each workspace has its own audit row; says how many there were.
 */
export async function resumeOwnership(tx: Tx, ctx: SystemContext, id: string, reason: string): Promise<number> {
  const resumed = await tx.$queryRaw<{ id: string }[]>`UPDATE workspace w SET ownerless_at = NULL
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = w.id AND m.account_id = ${id}::uuid AND m.role = 'OWNER' AND m.state = 'ACTIVE'
      AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL AND w.ownerless_at IS NOT NULL AND w.purge_started_at IS NULL
    RETURNING w.id::text AS id`;
  for (const workspace of resumed.toSorted((one, other) => one.id.localeCompare(other.id))) {
    await appendAudit(tx, ctx, {
      action: "ownership.resumed",
      workspaceId: workspace.id,
      change: { target: workspace.id, after: { owner: id }, reason },
      isSystem: true,
    });
  }
  return resumed.length;
}
