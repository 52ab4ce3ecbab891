import { fail } from "@pronaflow/contract";
import { InvitationLinkInput } from "@pronaflow/contract/inputs/invitations";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { endInvitation } from "./end-invitations.ts";
import { invitationRates } from "./invitation-rates.ts";
import { lockByLink } from "./records.ts";
import { isOpen } from "./rules.ts";

/**
 * Declines an invitation by its link, signed in or not: whoever reads the mail may say no.
 * @throws INVITATION_GONE, RATE_LIMITED.
 */
export const declineInvitation = guestCommand({
  action: "invitation.declined",
  input: InvitationLinkInput,
  prepare: ({ ctx }) => takeRateByAddress(ctx, invitationRates.viewedByAddress),
  async run({ tx, ctx, input }) {
    const { workspace, invitation } = await lockByLink(tx, input.token);
    const { id, email } = invitation;
    const ending = { workspaceId: workspace.id, id, state: "DECLINED" as const };
    const isDeclined = isOpen(invitation, ctx.services.clock.now()) && (await endInvitation(tx, ctx, ending));
    if (!isDeclined) return fail("INVITATION_GONE");
    return {
      output: { status: "declined" as const },
      change: { target: id, workspaceId: workspace.id, before: { email } },
    };
  },
});
