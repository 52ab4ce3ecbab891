import type { AccessLogExport } from "@pronaflow/contract/outputs/access-log";
import type { WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";

/** What is not made by then will not be: a worker that dies is followed within a minute. */
export const LOG_EXPORT_PATIENCE_MS = 60 * 60 * 1000;
const SHOWN = 10;

type Row = Pick<AccessLogExport, "id" | "format" | "state" | "progress" | "entries"> & {
  requested_at: Date;
  requested_by: string;
  expires_at: Date | null;
};

/**
 * The files asked for lately, being made or ready, newest first.
 * @throws FORBIDDEN to those who may not view the log.
 */
export async function listLogExports(ctx: WorkspaceContext): Promise<AccessLogExport[]> {
  requirePermission(ctx, "audit.view");
  const { services, scope, actor } = ctx;
  const now = services.clock.now();
  const late = new Date(now.getTime() - LOG_EXPORT_PATIENCE_MS);
  const rows = await transact(
    services,
    { workspaceId: scope.workspaceId, accountId: actor.account.id },
    (tx) => tx.$queryRaw<Row[]>`SELECT x.id::text AS id, x.format, x.progress, x.entries, x.requested_at, x.expires_at,
        CASE WHEN x.state IN ('QUEUED', 'RUNNING') AND x.requested_at <= ${late} THEN 'FAILED'
          ELSE x.state::text END AS state, a.display_name AS requested_by
      FROM workspace_export x JOIN account a ON a.id = x.requested_by
      WHERE x.workspace_id = ${scope.workspaceId}::uuid AND (x.expires_at IS NULL OR x.expires_at > ${now})
      ORDER BY x.requested_at DESC, x.id DESC LIMIT ${SHOWN}`,
  );
  return rows.map(({ requested_at, requested_by, expires_at, ...row }) => ({
    id: row.id,
    format: row.format,
    state: row.state,
    progress: row.progress,
    entries: row.entries,
    requestedAt: requested_at.toISOString(),
    requestedBy: requested_by,
    expiresAt: expires_at?.toISOString() ?? null,
  }));
}
