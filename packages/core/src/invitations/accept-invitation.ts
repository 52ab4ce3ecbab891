import { fail } from "@pronaflow/contract";
import { InvitationLinkInput } from "@pronaflow/contract/inputs/invitations";
import type { Tx } from "@pronaflow/db";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import { verifyAddress } from "../identity/verify-address.ts";
import { appendAudit } from "../kernel/audit.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { assertMayOwnAnother } from "../workspaces/assert-may-own-another.ts";
import { invitationRates } from "./invitation-rates.ts";
import { isActiveMember } from "./is-active-member.ts";
import { lockByLink } from "./records.ts";
import { isOpen } from "./rules.ts";
import { judgeOffer, takePlace } from "./take-place.ts";

/**
 * Joins a workspace: by the secret and a session of the invited address. Someone whose address was not verified yet has
 * proven it by having the link. Everything is judged now, not as it was when the invitation was sent.
 * @throws INVITATION_GONE, WRONG_ACCOUNT for a session of another address, ALREADY_MEMBER with the `slug`, NO_SEAT_LEFT,
 *   WORKSPACE_LIMIT_REACHED where they would be an Owner and own twenty already, RATE_LIMITED.
 */
export const acceptInvitation = userCommand({
  action: "invitation.accepted",
  pending: "allowed",
  input: InvitationLinkInput,
  prepare: ({ ctx }) => takeRateByAddress(ctx, invitationRates.viewedByAddress),
  async run({ tx, ctx, input }) {
    const offer = await lockByLink(tx, input.token);
    const { invitation, workspace } = offer;
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    if (invitation.emailNormal !== account.emailNormal && isOpen(invitation, ctx.services.clock.now()))
      return fail("WRONG_ACCOUNT");
    const isTheirs = invitation.emailNormal === account.emailNormal || invitation.acceptedBy === account.id;
    if (isTheirs && (await isActiveMember(tx, workspace.id, account.id)))
      return fail("ALREADY_MEMBER", { slug: workspace.slug });
    const inviter = await judgeOffer(tx, ctx, offer);
    if ("refusal" in inviter) return inviter;
    if (invitation.role === "OWNER") await assertMayOwnAnother(tx, account.id);
    const { joined, change, mails } = await takePlace(tx, ctx, offer, account, inviter);
    await verifyByLink(tx, ctx, account);
    return { output: joined, change, mails };
  },
});

async function verifyByLink(tx: Tx, ctx: UserContext, account: LockedAccount): Promise<void> {
  if (account.status !== "PENDING") return;
  await verifyAddress(tx, ctx, account);
  const change = {
    target: account.id,
    before: { status: "PENDING" },
    after: { status: "ACTIVE", email: account.email },
  };
  await appendAudit(tx, ctx, { action: "account.email_verified", workspaceId: null, change, isSystem: false });
}
