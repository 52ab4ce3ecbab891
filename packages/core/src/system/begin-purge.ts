import { fail } from "@pronaflow/contract";
import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { impactFields, readImpact } from "../workspaces/read-impact.ts";
import { lockAnyWorkspace } from "./records.ts";
import { isPurgeable } from "./rules.ts";

/**
 * Marks the point of no return and counts what goes, once: a purge that begins again finds both done.
 * Answers whether there is anything left to purge.
 * @throws WORKSPACE_NOT_DELETED where it was restored, or its 30 days are not over; WORKSPACE_HELD.
 */
export async function beginPurge(ctx: SystemContext, id: string): Promise<boolean> {
  const now = ctx.services.clock.now();
  return await transact(ctx.services, { system: true }, async (tx) => {
    const workspace = await lockAnyWorkspace(tx, id);
    if (!workspace) return false;
    const { deletedAt, finalAt } = workspace;
    if (!deletedAt || !finalAt || !isPurgeable(workspace, now)) return fail("WORKSPACE_NOT_DELETED");
    if (workspace.purgeStartedAt) return true;
    if (workspace.heldAt) return fail("WORKSPACE_HELD");
    await tx.$executeRaw`UPDATE workspace SET purge_started_at = ${now} WHERE id = ${id}::uuid`;
    const counts = JSON.stringify(impactFields(await readImpact(tx, id, finalAt)));
    await tx.$executeRaw`INSERT INTO workspace_tombstone (workspace_id, deleted_at, started_at, counts)
      VALUES (${id}::uuid, ${deletedAt}, ${now}, ${counts}::jsonb)`;
    return true;
  });
}
