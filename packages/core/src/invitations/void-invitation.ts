import { EndInvitationInput } from "@pronaflow/contract/inputs/invitations";
import { systemCommand } from "../kernel/command.ts";
import { lockAnyWorkspace } from "../system/records.ts";
import { endInvitation } from "./end-invitations.ts";
import { getAbleInviter } from "./get-able-inviter.ts";
import { readHouse } from "./read-house.ts";
import { lockInvitation } from "./records.ts";
import { isDomainAllowed } from "./rules.ts";

/** Ends an invitation that nobody answers for any more, or whose address the policy no longer admits; judged once more. */
export const voidInvitation = systemCommand({
  action: "invitation.voided",
  permission: "accounts.maintain",
  input: EndInvitationInput,
  async run({ tx, ctx, input }) {
    const now = ctx.services.clock.now();
    await lockAnyWorkspace(tx, input.id);
    const invitation = await lockInvitation(tx, input.id, input.invitationId);
    const { id, workspaceId } = invitation;
    const output = { id };
    const { domains } = await readHouse(tx, workspaceId, now);
    const stands = isDomainAllowed(invitation.emailNormal, domains) && (await getAbleInviter(tx, invitation, now));
    if (stands) return { output, change: null };
    const ended = await endInvitation(tx, ctx, { workspaceId, id, state: "VOID" });
    return { output, change: ended ? { target: id, workspaceId, reason: input.reason } : null };
  },
});
