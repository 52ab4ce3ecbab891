import { fail, fieldErrorsOf } from "@pronaflow/contract";
import { ListSystemWorkspacesInput, WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import type { SystemWorkspaceDetail, SystemWorkspacePage } from "@pronaflow/contract/outputs/workspaces";
import { Prisma } from "@pronaflow/db";
import type * as z from "zod";
import { listHistory } from "../audit/queries.ts";
import type { RequestContext, SystemContext } from "../kernel/context.ts";
import { requireSystemPermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";
import { readImpact } from "../workspaces/read-impact.ts";
import { finalAtFrom } from "../workspaces/rules.ts";
import type { MemberRow, SystemWorkspaceRow } from "./records.ts";
import { cursorOf, idOfCursor, toSystemWorkspace } from "./records.ts";
import { escapeLike, PURGING_SOON_MS } from "./rules.ts";

const PAGE = 25;
const MEMBERS_SHOWN = 50;

const COLUMNS = Prisma.sql`w.id::text AS id, w.slug, w.name, w.description, w.created_at, w.deleted_at, w.final_at,
  w.held_at, w.hold_reason, (SELECT h.display_name FROM account h WHERE h.id = w.held_by) AS held_by,
  (SELECT d.display_name FROM account d WHERE d.id = w.deleted_by) AS deleted_by,
  (SELECT count(*)::integer FROM membership m WHERE m.workspace_id = w.id AND m.state = 'ACTIVE') AS member_count,
  (SELECT json_agg(json_build_object('id', a.id, 'displayName', a.display_name, 'email', a.email) ORDER BY m.joined_at, a.id)
   FROM membership m JOIN account a ON a.id = m.account_id
   WHERE m.workspace_id = w.id AND m.role = 'OWNER' AND m.state = 'ACTIVE') AS owners`;

/**
 * Workspaces for the console, newest first, by keyset. `q` finds in the name, or at the start of the address or of an
 * owner's email.
 * @throws FORBIDDEN, INVALID_INPUT.
 */
export async function listSystemWorkspaces(
  ctx: SystemContext,
  given: z.input<typeof ListSystemWorkspacesInput>,
): Promise<SystemWorkspacePage> {
  requireSystemPermission(ctx.scope.systemRole, "workspaces.read");
  const parsed = ListSystemWorkspacesInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { filter = "all", q, cursor, limit = PAGE } = parsed.data;
  const sought = q?.trim() || null;
  const start = sought && `${escapeLike(sought.toLowerCase())}%`;
  const purgedBefore = new Date(ctx.services.clock.now().getTime() + PURGING_SOON_MS);
  const before = cursor ? idOfCursor(cursor) : null;
  const rows = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<SystemWorkspaceRow[]>`SELECT ${COLUMNS}
      FROM system_workspace_page(${filter}, ${purgedBefore}, ${sought}, ${start}, ${before}::uuid, ${limit + 1}) page (id)
        JOIN workspace w ON w.id = page.id
      ORDER BY w.id DESC`,
  );
  const items = rows.slice(0, limit).map(toSystemWorkspace);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last.id) : null };
}

/**
 * One workspace in full: owners, the first 50 members, what a deletion takes, its latest history.
 * @throws FORBIDDEN, NOT_FOUND.
 */
export async function findSystemWorkspace(
  ctx: SystemContext,
  given: z.input<typeof WorkspaceInput>,
): Promise<SystemWorkspaceDetail> {
  requireSystemPermission(ctx.scope.systemRole, "workspaces.read");
  const parsed = WorkspaceInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { id } = parsed.data;
  return await transact(ctx.services, { system: true }, async (tx) => {
    const [row] = await tx.$queryRaw<SystemWorkspaceRow[]>`SELECT ${COLUMNS} FROM workspace w WHERE w.id = ${id}::uuid`;
    if (!row) return fail("NOT_FOUND");
    const members = await tx.$queryRaw<
      MemberRow[]
    >`SELECT m.id::text AS id, a.display_name, a.email, m.role::text AS role,
        m.joined_at FROM membership m JOIN account a ON a.id = m.account_id WHERE m.workspace_id = ${id}::uuid
      ORDER BY m.role, m.joined_at, a.id LIMIT ${MEMBERS_SHOWN}`;
    return {
      ...toSystemWorkspace(row),
      description: row.description,
      deletedBy: row.deleted_by,
      hold: row.held_at ? { at: row.held_at.toISOString(), by: row.held_by, reason: row.hold_reason ?? "" } : null,
      impact: await readImpact(tx, id, row.final_at ?? finalAtFrom(ctx.services.clock.now())),
      members: members.map((member) => ({
        id: member.id,
        displayName: member.display_name,
        email: member.email,
        role: member.role,
        joinedAt: member.joined_at.toISOString(),
      })),
      history: await listHistory(tx, id),
    };
  });
}

/** Workspaces whose 30 days are over or whose purge was cut short, oldest first. For the worker. */
export async function listPurgeableWorkspaces(
  ctx: RequestContext & Pick<SystemContext, "scope">,
  limit = 20,
): Promise<string[]> {
  requireSystemPermission(ctx.scope.systemRole, "workspaces.purge");
  const now = ctx.services.clock.now();
  const rows = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id::text AS id FROM workspace
      WHERE deleted_at IS NOT NULL AND final_at <= ${now} AND (held_at IS NULL OR purge_started_at IS NOT NULL)
      ORDER BY final_at, id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}
