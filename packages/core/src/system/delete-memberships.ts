import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";

/** Rows a transaction of the purge takes: some 20 ms of work, so that no one waits long for its locks. */
const CHUNK = 1_000;

/**
 * Deletes one chunk of a workspace's memberships, and its members' memory of it as the last one opened. Only where its
 * purge has begun.
 * @returns how many went; 0 when none is left.
 */
export async function deleteMemberships(ctx: SystemContext, workspaceId: string): Promise<number> {
  return await transact(ctx.services, { system: true }, async (tx) => {
    // In the order of the key: a second worker waits for the same first row instead of deadlocking.
    const gone = await tx.$queryRaw<{ account_id: string }[]>`DELETE FROM membership
      WHERE workspace_id = ${workspaceId}::uuid AND account_id IN (
        SELECT m.account_id FROM membership m JOIN workspace w ON w.id = m.workspace_id
        WHERE m.workspace_id = ${workspaceId}::uuid AND w.purge_started_at IS NOT NULL
        ORDER BY m.account_id LIMIT ${CHUNK} FOR UPDATE OF m)
      RETURNING account_id::text AS account_id`;
    const accounts = gone.map((row) => row.account_id).sort();
    await tx.$executeRaw`UPDATE account SET last_workspace_id = NULL
      WHERE id = ANY(${accounts}::uuid[]) AND last_workspace_id = ${workspaceId}::uuid`;
    return gone.length;
  });
}
