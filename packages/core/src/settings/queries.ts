import type { Permission } from "@pronaflow/contract";
import { accentTones } from "@pronaflow/contract";
import type {
  WorkspaceBilling,
  WorkspaceMarks,
  WorkspacePolicy,
  WorkspaceSettings,
} from "@pronaflow/contract/outputs/settings";
import type { Tx } from "@pronaflow/db";
import type { UserContext, WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { reading, transact } from "../kernel/transaction.ts";
import type { PolicyRow } from "./records.ts";
import { logoAt, readBilling, readSettings, toPolicy } from "./records.ts";

export function getSettings(ctx: WorkspaceContext): Promise<WorkspaceSettings> {
  return within(ctx, "settings.view", readSettings);
}

/** Whom the workspace is billed to, and how many seats are taken. */
export function getBilling(ctx: WorkspaceContext): Promise<WorkspaceBilling> {
  return within(ctx, "billing.view", readBilling);
}

/** What the workspace asks of those who enter: everyone whom it binds may read it. */
export function getPolicy(ctx: WorkspaceContext): Promise<WorkspacePolicy> {
  return within(ctx, "settings.view", async (tx, workspaceId) => {
    const [row] = await tx.$queryRaw<PolicyRow[]>`SELECT mfa_required_from, session_max_minutes, invitation_domains
      FROM workspace_policy WHERE workspace_id = ${workspaceId}::uuid`;
    return toPolicy(row);
  });
}

/** Colour and logo of one's own workspaces, the one alone that a token is bound to; one round trip. */
export async function listMarks({ services, actor }: UserContext): Promise<WorkspaceMarks> {
  const sql = `SELECT id, accent_colour, logo_version FROM own_workspace_marks($1) WHERE ends_at IS NULL OR ends_at > $2`;
  type Row = { id: string; accent_colour: string | null; logo_version: string | null };
  const given = [actor.account.id, services.clock.now()];
  const rows = await reading(() => services.db.hot<Row>("own_workspace_marks_until", sql, given));
  const only = actor.grant?.workspaceId;
  return {
    items: rows
      .filter(({ id }) => !only || id === only)
      .map((row) => ({
        id: row.id,
        tones: row.accent_colour ? accentTones(row.accent_colour) : null,
        logo: logoAt(row.id, row.logo_version).small,
      })),
  };
}

async function within<Found>(
  ctx: WorkspaceContext,
  permission: Permission,
  read: (tx: Tx, workspaceId: string) => Promise<Found>,
): Promise<Found> {
  requirePermission(ctx, permission);
  const { workspaceId } = ctx.scope;
  return await transact(ctx.services, { workspaceId, accountId: ctx.actor.account.id }, (tx) => read(tx, workspaceId));
}
