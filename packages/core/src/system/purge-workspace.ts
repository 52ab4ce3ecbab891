import type { Tx } from "@pronaflow/db";
import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { beginPurge } from "./begin-purge.ts";
import { finishPurge } from "./finish-purge.ts";

/** Rows a step takes: small enough to hold no lock for long. */
const CHUNK = 500;

/** What a purge takes row by row; what there is one of in a workspace goes with it at the end. */
const STEPS: ((tx: Tx, id: string, now: Date) => Promise<number>)[] = [
  (tx, id) => tx.$executeRaw`DELETE FROM membership WHERE (workspace_id, account_id) IN (
    SELECT m.workspace_id, m.account_id FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.workspace_id = ${id}::uuid AND w.purge_started_at IS NOT NULL LIMIT ${CHUNK})`,
  (tx, id) => tx.$executeRaw`DELETE FROM invitation WHERE (workspace_id, id) IN (
    SELECT i.workspace_id, i.id FROM invitation i JOIN workspace w ON w.id = i.workspace_id
    WHERE i.workspace_id = ${id}::uuid AND w.purge_started_at IS NOT NULL LIMIT ${CHUNK})`,
  (tx, id) => tx.$executeRaw`DELETE FROM ownership_transfer WHERE (workspace_id, id) IN (
    SELECT t.workspace_id, t.id FROM ownership_transfer t JOIN workspace w ON w.id = t.workspace_id
    WHERE t.workspace_id = ${id}::uuid AND w.purge_started_at IS NOT NULL LIMIT ${CHUNK})`,
  (tx, id) => tx.$executeRaw`DELETE FROM workspace_export WHERE (workspace_id, id) IN (
    SELECT e.workspace_id, e.id FROM workspace_export e JOIN workspace w ON w.id = e.workspace_id
    WHERE e.workspace_id = ${id}::uuid AND w.purge_started_at IS NOT NULL LIMIT ${CHUNK})`,
  // The programs bound to it belong to their people: they end, and stay in their lists as ended.
  (tx, id, now) => tx.$executeRaw`UPDATE personal_access_token SET revoked_at = ${now} WHERE id IN (
    SELECT p.id FROM personal_access_token p JOIN workspace w ON w.id = p.bound_workspace_id
    WHERE w.id = ${id}::uuid AND w.purge_started_at IS NOT NULL AND p.revoked_at IS NULL LIMIT ${CHUNK})`,
];

/**
 * Purges a workspace whose 30 days are over: begins, takes what it holds in chunks, finishes. Every step stands on its
 * own, so a purge that was cut anywhere goes on where it stopped, and two workers at once do the work of one.
 * @throws FORBIDDEN; WORKSPACE_NOT_DELETED where it was restored or is not final yet; WORKSPACE_HELD.
 */
export async function purgeWorkspace(ctx: SystemContext, input: { id: string; reason: string }): Promise<void> {
  if (!(await beginPurge(ctx, input.id))) return;
  for (const step of STEPS) {
    const take = (tx: Tx) => step(tx, input.id, ctx.services.clock.now());
    while ((await transact(ctx.services, { system: true }, take)) >= CHUNK);
  }
  await finishPurge(ctx, input);
}
