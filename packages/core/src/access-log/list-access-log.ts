import type { ListAccessLogInput } from "@pronaflow/contract/inputs/access-log";
import type { AccessLogEntry, AccessLogPage } from "@pronaflow/contract/outputs/access-log";
import type * as z from "zod";
import type { WorkspaceContext } from "../kernel/context.ts";
import { momentCursor, readMomentCursor } from "../kernel/moment-cursor.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";
import { memberOf, namePeople } from "./name-people.ts";
import { isActOfTheSystem } from "./rules.ts";

const PAGE = 50;
const SQL = `SELECT id::text AS id, at, action, actor_kind, actor_id::text AS actor_id, actor_name, target, target_name, detail
  FROM access_log($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

type Row = {
  id: string;
  at: Date;
  action: string;
  actor_kind: AccessLogEntry["actorKind"];
  actor_id: string | null;
  actor_name: string | null;
  target: string;
  target_name: string | null;
  detail: string | null;
};

/**
 * Who entered the workspace and what changed in it, newest first, by keyset; one round trip of one prepared statement,
 * and one for the names of people in what changed.
 * @throws FORBIDDEN to those who may not view it, INVALID_INPUT for a cursor of another list.
 */
export async function listAccessLog(
  ctx: WorkspaceContext,
  input: Omit<z.output<typeof ListAccessLogInput>, "id">,
): Promise<AccessLogPage> {
  requirePermission(ctx, "audit.view");
  const { cursor, limit = PAGE } = input;
  const before = cursor ? readMomentCursor(cursor) : null;
  const rows = await reading(() =>
    ctx.services.db.hot<Row>("access_log", SQL, [
      ctx.actor.account.id,
      ctx.scope.workspaceId,
      input.actorId ?? null,
      input.actions && input.actions.length > 0 ? input.actions : null,
      input.from ? new Date(input.from) : null,
      input.to ? new Date(input.to) : null,
      before?.at ?? null,
      before?.id ?? null,
      limit + 1,
    ]),
  );
  const entries = rows.slice(0, limit).map((row) => toEntry(ctx.services, row));
  const names = await namePeople(ctx.services, entries);
  const items = entries.map((entry) => ({
    ...entry,
    targetName: entry.targetName ?? names[memberOf(entry) ?? ""] ?? null,
  }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? momentCursor(last) : null, names };
}

interface Detail {
  ip?: string | null;
  browser?: string | null;
  os?: string | null;
  before?: AccessLogEntry["before"];
  after?: AccessLogEntry["after"];
  reason?: string | null;
}

function toEntry({ places }: Services, row: Row): AccessLogEntry {
  const told: Detail = row.detail ? (JSON.parse(row.detail) as Detail) : {};
  // Where a system admin was when they acted is not the workspace's to know.
  const { ip = null, browser = null, os = null } = isActOfTheSystem(row.action) ? {} : told;
  const place = places.lookup(ip);
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    target: row.target,
    targetName: row.target_name,
    ip,
    browser,
    os,
    city: place?.city ?? null,
    country: place?.country ?? null,
    before: told.before ?? null,
    after: told.after ?? null,
    reason: told.reason ?? null,
  };
}
