import type { HistoryEntry } from "@pronaflow/contract/outputs/workspaces";
import type { Tx } from "@pronaflow/db";

interface HistoryRow {
  id: string;
  action: string;
  at: Date;
  actor_name: string | null;
  detail: string | null;
}

/** The last audit rows of one workspace, newest first, behind the wall that the transaction stands in. */
export async function listWorkspaceHistory(tx: Tx, workspaceId: string, limit: number): Promise<HistoryEntry[]> {
  const rows = await tx.$queryRaw<HistoryRow[]>`SELECT e.id::text AS id, e.action, e.at, a.display_name AS actor_name,
      d.detail
    FROM audit_entry e LEFT JOIN audit_detail d ON d.entry_id = e.id LEFT JOIN account a ON a.id = e.actor_id
    WHERE e.workspace_id = ${workspaceId}::uuid ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
  return rows.map(toHistoryEntry);
}

type Detail = { before: HistoryEntry["before"]; after: HistoryEntry["after"]; reason: string | null };

function toHistoryEntry(row: HistoryRow): HistoryEntry {
  // Written by appendAudit alone; null once the personal part of the row was erased.
  const detail: Detail | null = row.detail === null ? null : JSON.parse(row.detail);
  return {
    id: row.id,
    action: row.action,
    at: row.at.toISOString(),
    actorName: row.actor_name,
    reason: detail?.reason ?? null,
    before: detail?.before ?? null,
    after: detail?.after ?? null,
  };
}
