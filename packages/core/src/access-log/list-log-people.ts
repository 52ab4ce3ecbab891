import { fail } from "@pronaflow/contract";
import type { ListLogPeopleInput } from "@pronaflow/contract/inputs/access-log";
import type { LogPeoplePage } from "@pronaflow/contract/outputs/access-log";
import * as z from "zod";
import type { WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { reading } from "../kernel/transaction.ts";
import { escapeLike } from "../system/rules.ts";

const PAGE = 20;
const SQL = `SELECT id::text AS id, display_name, username, is_member, sort_name
  FROM log_people($1, $2, $3, $4, $5, $6, $7)`;

type Row = { id: string; display_name: string; username: string; is_member: boolean; sort_name: string };

/**
 * Who ever acted in the workspace, those who left it too, by name and keyset; one round trip of one prepared statement.
 * @throws FORBIDDEN to those who may not view the log, INVALID_INPUT for a cursor of another list.
 */
export async function listLogPeople(
  ctx: WorkspaceContext,
  { q, actorId, cursor, limit = PAGE }: Omit<z.output<typeof ListLogPeopleInput>, "id">,
): Promise<LogPeoplePage> {
  requirePermission(ctx, "audit.view");
  const after = cursor ? readCursor(cursor) : null;
  const sought = q?.normalize("NFC").trim().toLowerCase();
  const rows = await reading(() =>
    ctx.services.db.hot<Row>("log_people", SQL, [
      ...[ctx.actor.account.id, ctx.scope.workspaceId],
      ...[sought ? `%${escapeLike(sought)}%` : null, actorId ?? null],
      ...[after?.name ?? null, after?.id ?? null, limit + 1],
    ]),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      displayName: row.display_name,
      username: row.username,
      isMember: row.is_member,
    })),
    nextCursor: rows.length > limit && last ? cursorOf(last) : null,
  };
}

const Cursor = z.strictObject({ name: z.string().regex(/^[^\0]{1,200}$/), id: z.uuid() });

function cursorOf({ sort_name: name, id }: Row): string {
  return Buffer.from(JSON.stringify({ name, id })).toString("base64url");
}

function readCursor(cursor: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    // Whatever is wrong with it: it is no cursor of ours.
    return fail("INVALID_INPUT", {}, { cursor: ["INVALID"] });
  }
}
