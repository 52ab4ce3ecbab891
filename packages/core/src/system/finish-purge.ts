import { PurgeWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import type { Tx } from "@pronaflow/db";
import type { Fields } from "../kernel/audit.ts";
import { systemCommand } from "../kernel/command.ts";

/** The last step of a purge: settings and workspace go, the addresses stay taken, and the audit is told, once. */
export const finishPurge = systemCommand({
  action: "workspace.purged",
  permission: "workspaces.purge",
  input: PurgeWorkspaceInput,
  async run({ tx, ctx, input }) {
    const { id, reason } = input;
    const tombstone = await lockTombstone(tx, id);
    if (!tombstone) return { output: { id, isFinishedHere: false }, change: null };
    await tx.$executeRaw`DELETE FROM workspace_settings WHERE workspace_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM workspace WHERE id = ${id}::uuid AND purge_started_at IS NOT NULL`;
    await tx.$executeRaw`UPDATE workspace_tombstone SET purged_at = ${ctx.services.clock.now()}::timestamptz
      WHERE workspace_id = ${id}::uuid`;
    const { membersByRole, ...counts } = tombstone.counts;
    const after: Fields = { ...counts, membersByRole: JSON.stringify(membersByRole) };
    return {
      output: { id, isFinishedHere: true },
      change: { target: id, workspaceId: id, before: { deletedAt: tombstone.deleted_at.toISOString() }, after, reason },
    };
  },
});

type Tombstone = {
  deleted_at: Date;
  counts: Record<string, number> & { membersByRole: Record<string, number> };
};

// Whoever comes second waits here, and then finds it purged.
async function lockTombstone(tx: Tx, id: string): Promise<Tombstone | undefined> {
  const [tombstone] = await tx.$queryRaw<Tombstone[]>`SELECT deleted_at, counts FROM workspace_tombstone
    WHERE workspace_id = ${id}::uuid AND purged_at IS NULL FOR UPDATE`;
  return tombstone;
}
