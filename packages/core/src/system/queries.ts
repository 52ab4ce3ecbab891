import { fail, normaliseEmail } from "@pronaflow/contract";
import type { ListSystemWorkspacesInput } from "@pronaflow/contract/inputs/workspaces";
import type { SystemWorkspaceDetail, SystemWorkspacePage } from "@pronaflow/contract/outputs/workspaces";
import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import type { z } from "zod";
import { listWorkspaceHistory } from "../audit/queries.ts";
import type { SystemContext } from "../kernel/context.ts";
import { requireSystemPermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";
import { readImpact } from "../workspaces/read-impact.ts";
import { finalAtFrom } from "../workspaces/rules.ts";
import { readCursor, writeCursor } from "./read-cursor.ts";
import type { ListedRow, MemberRow } from "./records.ts";
import { LISTED_COLUMNS, toSystemMember, toSystemWorkspace } from "./records.ts";
import { DEFAULT_PAGE, escapeLike, purgingSoonBefore, SHOWN_HISTORY, SHOWN_MEMBERS } from "./rules.ts";

type ListInput = z.output<typeof ListSystemWorkspacesInput>;

/**
 * Workspaces for the console, newest first, by keyset. `q` finds a part of the name or slug, or the beginning of an
 * owner's address.
 * @throws FORBIDDEN, INVALID_INPUT for a cursor that no page gave out.
 */
export async function listSystemWorkspaces(ctx: SystemContext, input: ListInput = {}): Promise<SystemWorkspacePage> {
  requireSystemPermission(ctx.scope.systemRole, "workspaces.read");
  const limit = input.limit ?? DEFAULT_PAGE;
  const conditions = [...stateCondition(ctx, input), ...searchCondition(input), ...placeCondition(input)];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
  const rows = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<ListedRow[]>`SELECT ${LISTED_COLUMNS} FROM workspace w ${where}
      ORDER BY w.created_at DESC, w.id DESC LIMIT ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(toSystemWorkspace), nextCursor: last && rows.length > limit ? writeCursor(last) : null };
}

/**
 * One workspace in full, deleted ones too: owners, the first 50 members, impact, and its last 50 audit rows.
 * @throws FORBIDDEN, NOT_FOUND also once it is purged.
 */
export async function findSystemWorkspace(ctx: SystemContext, input: { id: string }): Promise<SystemWorkspaceDetail> {
  const { services, scope } = ctx;
  requireSystemPermission(scope.systemRole, "workspaces.read");
  return await transact(services, { system: true }, async (tx) => {
    const [row] = await tx.$queryRaw<(ListedRow & { description: string; deleted_by: string | null })[]>`
      SELECT ${LISTED_COLUMNS}, w.description,
        (SELECT a.display_name FROM account a WHERE a.id = w.deleted_by) AS deleted_by
      FROM workspace w WHERE w.id = ${input.id}::uuid`;
    if (!row) return fail("NOT_FOUND");
    return {
      ...toSystemWorkspace(row),
      description: row.description,
      deletedBy: row.deleted_by,
      impact: await readImpact(tx, row.id, row.final_at ?? finalAtFrom(services.clock.now())),
      members: await listFirstMembers(tx, row.id),
      history: await listWorkspaceHistory(tx, row.id, SHOWN_HISTORY),
    };
  });
}

/** Deleted workspaces whose 30 days are over, the longest due first; those whose purge was begun and cut off too. */
export async function listPurgeableWorkspaces(ctx: SystemContext, limit = 100): Promise<{ id: string }[]> {
  requireSystemPermission(ctx.scope.systemRole, "workspaces.purge");
  const now = ctx.services.clock.now();
  return await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id::text AS id FROM workspace
      WHERE deleted_at IS NOT NULL AND final_at <= ${now}::timestamptz ORDER BY final_at, id LIMIT ${limit}`,
  );
}

async function listFirstMembers(tx: Tx, workspaceId: string): Promise<SystemWorkspaceDetail["members"]> {
  const rows = await tx.$queryRaw<MemberRow[]>`SELECT a.id::text AS id, a.display_name, a.email, m.role::text AS role,
      m.joined_at
    FROM membership m JOIN account a ON a.id = m.account_id WHERE m.workspace_id = ${workspaceId}::uuid
    ORDER BY m.role, m.joined_at, a.id LIMIT ${SHOWN_MEMBERS}`;
  return rows.map(toSystemMember);
}

function stateCondition(ctx: SystemContext, { filter = "all" }: ListInput): Prisma.Sql[] {
  switch (filter) {
    case "all":
      return [];
    case "active":
      return [Prisma.sql`w.deleted_at IS NULL`];
    case "deleted":
      return [Prisma.sql`w.deleted_at IS NOT NULL`];
    case "purging_soon":
      return [Prisma.sql`w.final_at <= ${purgingSoonBefore(ctx.services.clock.now())}::timestamptz`];
  }
}

function searchCondition({ q = "" }: ListInput): Prisma.Sql[] {
  const text = q.normalize("NFC").trim();
  if (text === "") return [];
  const part = `%${escapeLike(text)}%`;
  const beginning = `${escapeLike(normaliseEmail(text))}%`;
  return [
    Prisma.sql`(w.name ILIKE ${part} OR w.slug ILIKE ${part} OR w.id IN (
      SELECT m.workspace_id FROM account a JOIN membership m ON m.account_id = a.id
      WHERE lower(a.email_normal) LIKE ${beginning} AND m.role = 'OWNER' AND m.state = 'ACTIVE'))`,
  ];
}

function placeCondition({ cursor }: ListInput): Prisma.Sql[] {
  const place = readCursor(cursor);
  if (!place) return [];
  return [
    Prisma.sql`(w.created_at, w.id) <
      (timestamptz 'epoch' + ${place.micros}::bigint * interval '1 microsecond', ${place.id}::uuid)`,
  ];
}
