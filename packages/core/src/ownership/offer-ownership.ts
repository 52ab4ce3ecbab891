import { fail } from "@pronaflow/contract";
import { OfferOwnershipInput } from "@pronaflow/contract/inputs/ownership";
import type { Tx } from "@pronaflow/db";
import { workspaceCommand } from "../kernel/command.ts";
import { listOwners } from "../workspaces/list-owners.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { mailOffer, mailOfferMade } from "./mail-offer.ts";
import { getPendingOffer, getStanding } from "./records.ts";
import { OFFER_MS } from "./rules.ts";

/**
 * Offers one's ownership to an active member for 7 days; nothing changes before they take it. They are mailed, and so are
 * the Owners, so that no one's ownership goes behind their back. One offer at a time.
 * @throws STEP_UP_REQUIRED; NOT_FOUND where there is no such member who can act; INVALID_INPUT where they own it already;
 *   TRANSFER_PENDING where another offer waits.
 */
export const offerOwnership = workspaceCommand({
  action: "ownership.offered",
  permission: "ownership.transfer",
  locks: "workspace",
  stepUp: true,
  repeatable: true,
  input: OfferOwnershipInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const now = ctx.services.clock.now();
    const giver = ctx.actor.account;
    const to = (await getStanding(tx, workspace.id, { memberId: input.memberId })) ?? fail("NOT_FOUND");
    if (to.role === "OWNER") fail("INVALID_INPUT", {}, { memberId: ["INVALID"] });
    await makeRoom(tx, workspace.id, now);
    const id = ctx.services.random.uuid();
    const expiresAt = new Date(now.getTime() + OFFER_MS);
    await tx.$executeRaw`INSERT INTO ownership_transfer (workspace_id, id, from_account_id, to_account_id, offered_at,
        expires_at)
      VALUES (${workspace.id}::uuid, ${id}::uuid, ${giver.id}::uuid, ${to.id}::uuid, ${now}, ${expiresAt})`;
    const offer = { workspace, from: giver.displayName, to: to.displayName, expiresAt };
    const owners = await listOwners(tx, workspace.id);
    return {
      output: { id, expiresAt: expiresAt.toISOString() },
      change: { target: id, after: { to: to.id, expiresAt: expiresAt.toISOString() } },
      mails: [mailOffer(ctx, to, offer), ...owners.map((owner) => mailOfferMade(ctx, owner, offer))],
    };
  },
});

/** An offer whose time is over is no longer in the way, though the worker has not ended it yet. */
async function makeRoom(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  const pending = await getPendingOffer(tx, workspaceId);
  if (pending && pending.expiresAt > now) fail("TRANSFER_PENDING");
  await tx.$executeRaw`UPDATE ownership_transfer SET state = 'EXPIRED', decided_at = ${now}
    WHERE workspace_id = ${workspaceId}::uuid AND state = 'PENDING'`;
}
