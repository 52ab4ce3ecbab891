import { fail } from "@pronaflow/contract";
import { InvitationInput } from "@pronaflow/contract/inputs/invitations";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { endInvitation } from "./end-invitations.ts";
import { lockInvitation } from "./records.ts";
import { requireHandling } from "./require-handling.ts";

/**
 * Takes an invitation back: its link opens nothing from here on.
 * @throws NOT_FOUND, FORBIDDEN or ROLE_NOT_GRANTABLE where it is not theirs to handle, INVITATION_GONE where it has ended.
 */
export const revokeInvitation = workspaceCommand({
  action: "invitation.revoked",
  permission: "members.invite",
  locks: "workspace",
  input: InvitationInput,
  async run({ tx, ctx, input }) {
    const { id: workspaceId } = await lockWorkspace(tx, ctx.scope, input.id);
    const invitation = await lockInvitation(tx, workspaceId, input.invitationId);
    requireHandling(ctx, invitation);
    if (!(await endInvitation(tx, ctx, { workspaceId, id: invitation.id, state: "REVOKED" })))
      return fail("INVITATION_GONE");
    const { email, role } = invitation;
    return { output: { status: "revoked" as const }, change: { target: invitation.id, before: { email, role } } };
  },
});
