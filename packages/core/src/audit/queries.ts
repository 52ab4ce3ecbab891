import type { HistoryEntry } from "@pronaflow/contract/outputs/workspaces";
import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";

const SHOWN = 50;

type Row = { id: string; action: string; at: Date; actor_name: string | null; detail: string | null };
type Detail = Pick<HistoryEntry, "before" | "after" | "reason">;

/** What happened to a workspace, newest first; an erased detail shows as empty. */
export async function listHistory(tx: Tx, workspaceId: string): Promise<HistoryEntry[]> {
  return await read(tx, Prisma.sql`e.workspace_id = ${workspaceId}::uuid`);
}

/** What was done to one thing outside workspaces, by its id. */
export async function listActsOn(tx: Tx, target: string): Promise<HistoryEntry[]> {
  return await read(tx, Prisma.sql`e.target = ${target}`);
}

async function read(tx: Tx, which: Prisma.Sql): Promise<HistoryEntry[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT e.id::text AS id, e.action, e.at, a.display_name AS actor_name, d.detail
    FROM audit_entry e LEFT JOIN audit_detail d ON d.entry_id = e.id LEFT JOIN account a ON a.id = e.actor_id
    WHERE ${which} ORDER BY e.at DESC, e.id DESC LIMIT ${SHOWN}`;
  return rows.map((row) => {
    const detail: Partial<Detail> = row.detail ? (JSON.parse(row.detail) as Detail) : {};
    return {
      id: row.id,
      action: row.action,
      at: row.at.toISOString(),
      actorName: row.actor_name,
      reason: detail.reason ?? null,
      before: detail.before ?? null,
      after: detail.after ?? null,
    };
  });
}
