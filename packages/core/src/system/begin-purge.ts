import { fail } from "@pronaflow/contract";
import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { readImpact } from "../workspaces/read-impact.ts";

type Due = { deleted_at: Date | null; final_at: Date | null; purge_started_at: Date | null };

/**
 * Passes the point of no return, under the lock that a restore needs too, and counts what is about to go. "begun" also
 * where an earlier call had begun it.
 */
export async function beginPurge(ctx: SystemContext, id: string): Promise<"begun" | "purged"> {
  const now = ctx.services.clock.now();
  return await transact(ctx.services, { system: true }, async (tx) => {
    const [workspace] = await tx.$queryRaw<Due[]>`SELECT deleted_at, final_at, purge_started_at
      FROM workspace WHERE id = ${id}::uuid FOR UPDATE`;
    if (!workspace) {
      const [tombstone] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM workspace_tombstone
        WHERE workspace_id = ${id}::uuid AND purged_at IS NOT NULL`;
      return tombstone ? "purged" : fail("NOT_FOUND");
    }
    if (workspace.purge_started_at) return "begun";
    if (!workspace.deleted_at || !workspace.final_at) return fail("WORKSPACE_NOT_DELETED");
    if (workspace.final_at > now) return fail("PURGE_NOT_DUE");
    const { finalAt: _, ...counts } = await readImpact(tx, id, workspace.final_at);
    await tx.$executeRaw`UPDATE workspace SET purge_started_at = ${now}::timestamptz WHERE id = ${id}::uuid`;
    await tx.$executeRaw`INSERT INTO workspace_tombstone (workspace_id, deleted_at, started_at, counts)
      VALUES (${id}::uuid, ${workspace.deleted_at}::timestamptz, ${now}::timestamptz, ${JSON.stringify(counts)}::jsonb)`;
    return "begun";
  });
}
