import type { WorkspacePolicy } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";
import type { PolicyRow } from "./records.ts";
import { toPolicy } from "./records.ts";

/** What the workspace asks of those who enter: everyone whom it binds may read it. */
export async function getPolicy(ctx: WorkspaceContext): Promise<WorkspacePolicy> {
  requirePermission(ctx, "settings.view");
  const { workspaceId } = ctx.scope;
  return await transact(ctx.services, { workspaceId, accountId: ctx.actor.account.id }, async (tx) => {
    const [row] = await tx.$queryRaw<PolicyRow[]>`SELECT mfa_required_from, session_max_minutes, invitation_domains
      FROM workspace_policy WHERE workspace_id = ${workspaceId}::uuid`;
    return toPolicy(row);
  });
}
