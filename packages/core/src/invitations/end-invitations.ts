import type { AuditAction } from "@pronaflow/contract";
import type { InvitationState, Tx } from "@pronaflow/db";
import { appendAudit } from "../kernel/audit.ts";
import type { RequestContext } from "../kernel/context.ts";

interface Ending {
  workspaceId: string;
  ids: readonly string[];
  state: Exclude<InvitationState, "PENDING" | "ACCEPTED">;
  action: AuditAction;
}

/** Ends pending invitations on the way of another act, each with its own row in the audit. The caller holds the workspace. */
export async function endInvitations(tx: Tx, ctx: RequestContext, { workspaceId, ids, state, action }: Ending) {
  for (const id of ids) {
    if (!(await endInvitation(tx, ctx, { workspaceId, id, state }))) continue;
    const change = { target: id, before: { state: "PENDING" } };
    await appendAudit(tx, ctx, { action, workspaceId, change, isSystem: ctx.actor === null });
  }
}

/** Ends one; false where it had ended before. From here on its link opens nothing. */
export async function endInvitation(
  tx: Tx,
  ctx: RequestContext,
  { workspaceId, id, state }: Pick<Ending, "workspaceId" | "state"> & { id: string },
): Promise<boolean> {
  const ended = await tx.$executeRaw`UPDATE invitation SET state = ${state}::"InvitationState",
      ended_at = ${ctx.services.clock.now()}::timestamptz
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND state = 'PENDING'`;
  return ended === 1;
}
