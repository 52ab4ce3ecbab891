import type { DataExport } from "@pronaflow/contract/outputs/account";
import type { UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

/** What is not made by then will not be: it takes seconds, and a worker that dies is followed within a minute. */
export const EXPORT_PATIENCE_MS = 30 * 60 * 1000;

type Found = {
  id: string;
  state: DataExport["state"];
  progress: number;
  requested_at: Date;
  expires_at: Date | null;
  size: number | null;
};

/** One's own export, being made or ready; null where there is none, or its seven days are over. */
export async function getExport(ctx: UserContext): Promise<DataExport | null> {
  const now = ctx.services.clock.now();
  const [row] = await reading(() =>
    ctx.services.db.hot<Found>(
      "export_current",
      `SELECT id::text AS id, CASE WHEN state IN ('QUEUED', 'RUNNING') AND requested_at <= $3 THEN 'FAILED'
         ELSE state::text END AS state, progress, requested_at, expires_at, octet_length(archive) AS size
       FROM data_export WHERE account_id = $1 AND (expires_at IS NULL OR expires_at > $2)
       ORDER BY requested_at DESC LIMIT 1`,
      [ctx.actor.account.id, now, new Date(now.getTime() - EXPORT_PATIENCE_MS)],
    ),
  );
  if (!row) return null;
  return {
    id: row.id,
    state: row.state,
    progress: row.progress,
    requestedAt: row.requested_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    size: row.size,
  };
}
