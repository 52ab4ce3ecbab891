import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { beginPurge } from "./begin-purge.ts";
import { finishPurge } from "./finish-purge.ts";

/** Rows a step deletes: small enough to hold no lock for long. */
const CHUNK = 500;

/**
 * Purges a workspace whose 30 days are over: begins, deletes its members in chunks, finishes. Every step stands on its
 * own, so a purge that was cut anywhere goes on where it stopped, and two workers at once do the work of one.
 * @throws FORBIDDEN; WORKSPACE_NOT_DELETED where it was restored or is not final yet.
 */
export async function purgeWorkspace(ctx: SystemContext, input: { id: string; reason: string }): Promise<void> {
  if (!(await beginPurge(ctx, input.id))) return;
  for (;;) {
    const deleted = await transact(
      ctx.services,
      { system: true },
      (tx) => tx.$executeRaw`DELETE FROM membership WHERE (workspace_id, account_id) IN (
        SELECT m.workspace_id, m.account_id FROM membership m JOIN workspace w ON w.id = m.workspace_id
        WHERE m.workspace_id = ${input.id}::uuid AND w.purge_started_at IS NOT NULL LIMIT ${CHUNK})`,
    );
    if (deleted < CHUNK) break;
  }
  await finishPurge(ctx, input);
}
