import { fail } from "@pronaflow/contract";
import { WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { mailOfferEnded } from "./mail-offer.ts";
import { getPendingOffer, getStanding, settleOffer } from "./records.ts";

/**
 * Takes back the offer of ownership that waits, one's own or another Owner's; to whom it was made is mailed.
 * @throws TRANSFER_GONE where none waits.
 */
export const cancelOwnership = workspaceCommand({
  action: "ownership.cancelled",
  permission: "ownership.transfer",
  locks: "workspace",
  input: WorkspaceInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const offer = (await getPendingOffer(tx, workspace.id)) ?? fail("TRANSFER_GONE");
    await settleOffer(tx, { id: offer.id, workspaceId: workspace.id, now: ctx.services.clock.now() }, "CANCELLED");
    const to = await getStanding(tx, workspace.id, { accountId: offer.toAccountId });
    const ended = { workspace, to: to?.displayName ?? "", how: "CANCELLED" as const };
    return {
      output: { status: "done" as const },
      change: { target: offer.id, before: { from: offer.fromAccountId, to: offer.toAccountId } },
      mails: to ? [mailOfferEnded(ctx, to, ended)] : [],
    };
  },
});
