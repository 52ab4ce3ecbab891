import { fail } from "@pronaflow/contract";
import { TransferInput } from "@pronaflow/contract/inputs/ownership";
import type { Tx } from "@pronaflow/db";
import type { Outcome, Refusal } from "../kernel/command.ts";
import { workspaceCommand } from "../kernel/command.ts";
import { requireGrant } from "../kernel/require-permission.ts";
import { assertMayOwnAnother } from "../workspaces/assert-may-own-another.ts";
import { listOwners } from "../workspaces/list-owners.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { mailTransferred } from "./mail-offer.ts";
import { findOwnOffer, getStanding, settleOffer } from "./records.ts";

type Accepted = { workspaceId: string; slug: string; role: "OWNER" };

/**
 * Takes the ownership that was offered to oneself: in one commit one becomes Owner and the giver Admin, and both are
 * mailed with the other Owners. In person only: no program takes it. An offer whose giver is no Owner any more is taken
 * back instead.
 * @throws NOT_FOUND; TRANSFER_GONE once it was decided, ran out, or its giver may not give it; WORKSPACE_LIMIT_REACHED
 *   where one owns twenty already.
 */
export const acceptOwnership = workspaceCommand({
  action: "ownership.accepted",
  permission: "workspace.view",
  locks: "workspace",
  input: TransferInput,
  async prepare({ ctx }) {
    requireGrant(ctx.actor, null);
  },
  async run({ tx, ctx, input }): Promise<Outcome<Accepted> | Refusal> {
    const workspace = await lockWorkspace(tx, ctx.scope, ctx.scope.workspaceId);
    const offer = await findOwnOffer(tx, ctx, input.id);
    const settled = { id: offer.id, workspaceId: workspace.id, now: ctx.services.clock.now() };
    const giver = await getStanding(tx, workspace.id, { accountId: offer.fromAccountId });
    if (giver?.role !== "OWNER") {
      await settleOffer(tx, settled, "CANCELLED");
      const change = { action: "ownership.cancelled" as const, target: offer.id, after: { why: "GIVER_GONE" } };
      return { refusal: "TRANSFER_GONE", change };
    }
    const taker = (await getStanding(tx, workspace.id, { accountId: ctx.actor.account.id })) ?? fail("NOT_FOUND");
    if (taker.role !== "OWNER") await assertMayOwnAnother(tx, taker.id);
    const others = (await listOwners(tx, workspace.id)).filter(({ id }) => id !== giver.id && id !== taker.id);
    await settleOffer(tx, settled, "ACCEPTED");
    await swap(tx, workspace.id, { giver: giver.id, taker: taker.id });
    const transfer = { workspace, from: giver.displayName, to: taker.displayName };
    return {
      output: { workspaceId: workspace.id, slug: workspace.slug, role: "OWNER" },
      change: {
        target: offer.id,
        before: { owner: giver.id, role: taker.role },
        after: { owner: taker.id, role: "OWNER", giverRole: "ADMIN" },
      },
      mails: [taker, giver, ...others].map((person) => mailTransferred(ctx, person, transfer)),
    };
  },
});

async function swap(tx: Tx, workspaceId: string, { giver, taker }: { giver: string; taker: string }): Promise<void> {
  await tx.$executeRaw`UPDATE membership SET role = 'OWNER', ends_at = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${taker}::uuid`;
  await tx.$executeRaw`UPDATE membership SET role = 'ADMIN', heir_account_id = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${giver}::uuid`;
}
