import { TransferInput } from "@pronaflow/contract/inputs/ownership";
import { workspaceCommand } from "../kernel/command.ts";
import { requireGrant } from "../kernel/require-permission.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { mailOfferEnded } from "./mail-offer.ts";
import { findOwnOffer, getStanding, settleOffer } from "./records.ts";

/**
 * Turns down the ownership that was offered to oneself; who offered it is mailed. In person only.
 * @throws NOT_FOUND, TRANSFER_GONE once it was decided or ran out.
 */
export const declineOwnership = workspaceCommand({
  action: "ownership.declined",
  permission: "workspace.view",
  locks: "workspace",
  input: TransferInput,
  async prepare({ ctx }) {
    requireGrant(ctx.actor, null);
  },
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, ctx.scope.workspaceId);
    const offer = await findOwnOffer(tx, ctx, input.id);
    await settleOffer(tx, { id: offer.id, workspaceId: workspace.id, now: ctx.services.clock.now() }, "DECLINED");
    const giver = await getStanding(tx, workspace.id, { accountId: offer.fromAccountId });
    const ended = { workspace, to: ctx.actor.account.displayName, how: "DECLINED" as const };
    return {
      output: { status: "done" as const },
      change: { target: offer.id, after: { from: offer.fromAccountId } },
      mails: giver ? [mailOfferEnded(ctx, giver, ended)] : [],
    };
  },
});
