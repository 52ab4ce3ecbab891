import { EndInvitationInput } from "@pronaflow/contract/inputs/invitations";
import { systemCommand } from "../kernel/command.ts";
import { lockAnyWorkspace } from "../system/records.ts";
import { endInvitation } from "./end-invitations.ts";
import { lockInvitation } from "./records.ts";
import { isOpen } from "./rules.ts";

/** Ends an invitation whose 48 hours are over; one that was resent meanwhile stays. */
export const expireInvitation = systemCommand({
  action: "invitation.expired",
  permission: "accounts.maintain",
  input: EndInvitationInput,
  async run({ tx, ctx, input }) {
    await lockAnyWorkspace(tx, input.id);
    const { id, workspaceId, state, expiresAt } = await lockInvitation(tx, input.id, input.invitationId);
    const output = { id };
    if (isOpen({ state, expiresAt }, ctx.services.clock.now())) return { output, change: null };
    const ended = await endInvitation(tx, ctx, { workspaceId, id, state: "EXPIRED" });
    return { output, change: ended ? { target: id, workspaceId, reason: input.reason } : null };
  },
});
