import { fail } from "@pronaflow/contract";
import { ChangeInvitationInput } from "@pronaflow/contract/inputs/invitations";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { futureEnd } from "./future-end.ts";
import { lockInvitation } from "./records.ts";
import { requireHandling } from "./require-handling.ts";
import { isOpen, requireInvitable } from "./rules.ts";

/**
 * Changes what a pending invitation offers; its link stays. Whoever changes it answers for it from then on: at the
 * accept it is they who must still be able to grant the role.
 * @throws NOT_FOUND, FORBIDDEN, ROLE_NOT_GRANTABLE for the role it had or the one it would get, INVITATION_GONE.
 */
export const changeInvitation = workspaceCommand({
  action: "invitation.role_changed",
  permission: "members.invite",
  locks: "workspace",
  input: ChangeInvitationInput,
  async prepare({ ctx, input }) {
    return futureEnd(ctx, input.memberEndsAt);
  },
  async run({ tx, ctx, input, prepared: memberEndsAt }) {
    const { id: workspaceId } = await lockWorkspace(tx, ctx.scope, input.id);
    const invitation = await lockInvitation(tx, workspaceId, input.invitationId);
    requireHandling(ctx, invitation);
    requireInvitable(ctx.scope.role, input.role);
    if (!isOpen(invitation, ctx.services.clock.now())) return fail("INVITATION_GONE");
    const output = { id: invitation.id, role: input.role };
    const before = { role: invitation.role, memberEndsAt: invitation.memberEndsAt?.toISOString() ?? null };
    const after = { role: input.role, memberEndsAt: memberEndsAt?.toISOString() ?? null };
    if (before.role === after.role && before.memberEndsAt === after.memberEndsAt) return { output, change: null };
    await tx.$executeRaw`UPDATE invitation SET role = ${input.role}::"Role", member_ends_at = ${memberEndsAt}::timestamptz,
        invited_by = ${ctx.actor.account.id}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${invitation.id}::uuid`;
    return { output, change: { target: invitation.id, before, after } };
  },
});
