import { fail } from "@pronaflow/contract";
import type {
  RecentlyDeleted,
  WorkspaceDetail,
  WorkspaceImpact,
  WorkspaceSummary,
} from "@pronaflow/contract/outputs/workspaces";
import type { UserContext, WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { proveWorkspaceScope } from "../kernel/scope.ts";
import { reading, transact } from "../kernel/transaction.ts";
import type { OwnWorkspace } from "../sessions/records.ts";
import { readImpact } from "./read-impact.ts";
import type { WorkspaceRow } from "./records.ts";
import { toWorkspaceDetail } from "./records.ts";
import { finalAtFrom, undoUntilFrom } from "./rules.ts";

/** One's own live workspaces by name, the one alone that a token is bound to; one round trip, none where the session's read brought them. */
export async function listWorkspaces(ctx: UserContext): Promise<WorkspaceSummary[]> {
  const rows = ctx.actor.ownWorkspaces ?? (await readOwnWorkspaces(ctx));
  const only = ctx.actor.grant?.workspaceId;
  const now = ctx.services.clock.now().getTime();
  const isTheirs = ({ id, endsAtMs }: OwnWorkspace) => (!only || id === only) && (endsAtMs === null || endsAtMs > now);
  return rows.filter(isTheirs).map(({ id, slug, name, role }) => ({ id, slug, name, role }));
}

function readOwnWorkspaces({ services, actor }: UserContext): Promise<OwnWorkspace[]> {
  const sql = `SELECT id, slug, name, role::text AS role, 
    (extract(epoch FROM ends_at) * 1000)::float8 AS "endsAtMs" FROM own_workspaces($1)`;
  return reading(() => services.db.hot<OwnWorkspace>("own_workspaces_until", sql, [actor.account.id]));
}

/**
 * The workspace of the scope; one round trip.
 * @throws NOT_FOUND where it was deleted since the scope was proven.
 */
export async function findWorkspace(ctx: WorkspaceContext): Promise<WorkspaceDetail> {
  const { services, scope, actor } = ctx;
  requirePermission(ctx, "workspace.view");
  const [row] = await reading(() =>
    services.db.hot<WorkspaceRow>("workspace_detail", "SELECT * FROM workspace_detail($1, $2)", [
      actor.account.id,
      scope.workspaceId,
    ]),
  );
  return row ? toWorkspaceDetail(row, scope) : fail("NOT_FOUND");
}

/**
 * The workspace behind an address, also behind one that it has given up: the answer holds its present `slug`, to which
 * the page redirects where it differs from the one asked for.
 * @throws NOT_FOUND where it is not theirs, deleted, or not there.
 */
export async function findWorkspaceBySlug(ctx: UserContext, input: { slug: string }): Promise<WorkspaceDetail> {
  return await findWorkspace({ ...ctx, scope: await proveWorkspaceScope(ctx, { slug: input.slug }) });
}

type DeletedRow = {
  id: string;
  name: string;
  slug: string;
  deleted_by: string | null;
  deleted_at: Date;
  final_at: Date;
};

/** One's own workspaces that were deleted and are not purged yet, the latest first; only what one owns. */
export async function listDeletedWorkspaces(ctx: UserContext): Promise<RecentlyDeleted[]> {
  const accountId = ctx.actor.account.id;
  const rows = await transact(
    ctx.services,
    { accountId },
    (tx) => tx.$queryRaw<
      DeletedRow[]
    >`SELECT w.id::text AS id, w.name, w.slug, d.display_name AS deleted_by, w.deleted_at,
        w.final_at
      FROM membership m JOIN workspace w ON w.id = m.workspace_id LEFT JOIN account d ON d.id = w.deleted_by
      WHERE m.account_id = ${accountId}::uuid AND m.role = 'OWNER' AND m.state = 'ACTIVE' AND w.deleted_at IS NOT NULL
        AND w.purge_started_at IS NULL AND w.final_at > ${ctx.services.clock.now()}
      ORDER BY w.deleted_at DESC, w.id`,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    slug: row.slug,
    deletedBy: row.deleted_by,
    deletedAt: row.deleted_at.toISOString(),
    undoUntil: undoUntilFrom(row.deleted_at).toISOString(),
    finalAt: row.final_at.toISOString(),
  }));
}

/**
 * What deleting the workspace of the scope would do, as of now.
 * @throws FORBIDDEN to those who may not delete it.
 */
export async function getImpact(ctx: WorkspaceContext): Promise<WorkspaceImpact> {
  const { services, scope, actor } = ctx;
  requirePermission(ctx, "workspace.delete");
  const wall = { workspaceId: scope.workspaceId, accountId: actor.account.id };
  return await transact(services, wall, (tx) => readImpact(tx, scope.workspaceId, finalAtFrom(services.clock.now())));
}
