import type { Permission } from "@pronaflow/contract";
import { can } from "@pronaflow/contract";
import { PermissionInput } from "@pronaflow/contract/inputs/members";
import type { AskedPermission } from "@pronaflow/contract/outputs/members";
import type { Tx } from "@pronaflow/db";
import { workspaceCommand } from "../kernel/command.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import type { Grantor } from "./list-grantors.ts";
import { listGrantors } from "./list-grantors.ts";
import { ASK_AGAIN_MS, ASK_RATE } from "./rules.ts";

/**
 * Asks those who can give a permission for it, by mail; within a day once, however many ask at once.
 * @throws RATE_LIMITED
 */
export const askForPermission = workspaceCommand({
  action: "permission.asked",
  permission: "workspace.view",
  locks: "workspace",
  input: PermissionInput,
  async prepare({ ctx }) {
    await takeRate(ctx, ASK_RATE, `${ctx.scope.workspaceId}:${ctx.actor.account.id}`);
  },
  async run({ tx, ctx, input: { id, permission } }) {
    const workspace = await lockWorkspace(tx, ctx.scope, id);
    if (can(ctx.scope.role, permission)) return { output: answer("already_held"), change: null };
    const target = `${ctx.scope.memberId}:${permission}`;
    if (await wasAsked(tx, ctx, target)) return { output: answer("already_asked"), change: null };
    const grantors = await listGrantors(tx, workspace.id, permission);
    return {
      output: answer("asked"),
      change: { target, after: { permission, asked: grantors.map(({ accountId }) => accountId) } },
      mails: grantors.map((grantor) => askingMail(ctx, grantor, { workspaceName: workspace.name, permission })),
    };
  },
});

function answer(status: AskedPermission["status"]): AskedPermission {
  return { status };
}

// The audit is what was asked; the workspace's row is held, so twenty read it one after the other.
async function wasAsked(tx: Tx, ctx: WorkspaceContext, target: string): Promise<boolean> {
  const since = new Date(ctx.services.clock.now().getTime() - ASK_AGAIN_MS);
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM audit_entry WHERE target = ${target}
    AND workspace_id = ${ctx.scope.workspaceId}::uuid AND action = 'permission.asked' AND at > ${since}::timestamptz LIMIT 1`;
  return rows.length > 0;
}

function askingMail(
  ctx: WorkspaceContext,
  grantor: Grantor,
  told: { workspaceName: string; permission: Permission },
): Mail {
  const { accountId, email: to, locale, displayName } = grantor;
  const { displayName: askedBy, username } = ctx.actor.account;
  const link = `${ctx.services.env.APP_URL}/w/${ctx.scope.slug}/members?q=${encodeURIComponent(username)}`;
  const props = { displayName, askedBy, role: ctx.scope.role, link, ...told };
  return { template: "permission-asked", to, accountId, locale, props };
}
