import { ExpireOwnershipInput } from "@pronaflow/contract/inputs/ownership";
import type { Tx } from "@pronaflow/db";
import { systemCommand } from "../kernel/command.ts";
import { mailOfferEnded } from "./mail-offer.ts";
import { getPendingOffer, getStanding, settleOffer } from "./records.ts";

type Workspace = { id: string; name: string; slug: string; deleted_at: Date | null };

/** Ends an offer of ownership whose 7 days are over; who made it is mailed. Nothing happens where it was decided meanwhile. */
export const expireOwnership = systemCommand({
  action: "ownership.expired",
  permission: "accounts.maintain",
  input: ExpireOwnershipInput,
  async run({ tx, ctx, input }) {
    const output = { id: input.id };
    const now = ctx.services.clock.now();
    const workspace = await lockItsWorkspace(tx, input.id);
    const offer = workspace && (await getPendingOffer(tx, workspace.id));
    if (!workspace || offer?.id !== input.id || offer.expiresAt > now) return { output, change: null };
    await settleOffer(tx, { id: offer.id, workspaceId: workspace.id, now }, "EXPIRED");
    const giver = await getStanding(tx, workspace.id, { accountId: offer.fromAccountId });
    const to = await getStanding(tx, workspace.id, { accountId: offer.toAccountId });
    const ended = { workspace, to: to?.displayName ?? "", how: "EXPIRED" as const };
    const before = { from: offer.fromAccountId, to: offer.toAccountId };
    return {
      output,
      change: { target: offer.id, workspaceId: workspace.id, before, reason: input.reason },
      mails: giver && !workspace.deleted_at ? [mailOfferEnded(ctx, giver, ended)] : [],
    };
  },
});

async function lockItsWorkspace(tx: Tx, transferId: string): Promise<Workspace | null> {
  const [workspace] = await tx.$queryRaw<Workspace[]>`SELECT id::text AS id, name, slug, deleted_at FROM workspace
    WHERE id = (SELECT workspace_id FROM ownership_transfer WHERE id = ${transferId}::uuid) FOR UPDATE`;
  return workspace ?? null;
}
