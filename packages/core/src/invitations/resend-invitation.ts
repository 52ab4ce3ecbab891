import { fail } from "@pronaflow/contract";
import { InvitationInput } from "@pronaflow/contract/inputs/invitations";
import type { Tx } from "@pronaflow/db";
import { workspaceCommand } from "../kernel/command.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { invitationRates } from "./invitation-rates.ts";
import { issueInvitation } from "./issue-invitation.ts";
import { readAcquaintances, readHouse } from "./read-house.ts";
import type { LockedInvitation } from "./records.ts";
import { lockInvitation } from "./records.ts";
import { requireHandling } from "./require-handling.ts";
import { isDomainAllowed, isOpen, MOST_PENDING } from "./rules.ts";
import { takeDailyShare } from "./take-daily-share.ts";

const RESENDABLE = ["PENDING", "EXPIRED", "VOID"];

/**
 * Sends an invitation again, also one that ran out or became void: a new link of 48 hours, and the old one is dead.
 * Whoever resends it answers for it from then on.
 * @throws NOT_FOUND, FORBIDDEN, ROLE_NOT_GRANTABLE, INVITATION_GONE where it was taken, declined or revoked,
 *   ALREADY_MEMBER, DOMAIN_NOT_ALLOWED, INVITATION_LIMIT, RATE_LIMITED.
 */
export const resendInvitation = workspaceCommand({
  action: "invitation.resent",
  permission: "members.invite",
  locks: "workspace",
  input: InvitationInput,
  async prepare({ ctx, input }) {
    await takeRate(ctx, invitationRates.resentPerInvitation, input.invitationId);
    await takeDailyShare(ctx);
  },
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const invitation = await lockInvitation(tx, workspace.id, input.invitationId);
    requireHandling(ctx, invitation);
    if (!RESENDABLE.includes(invitation.state)) return fail("INVITATION_GONE");
    const locale = await requireInvitee(tx, ctx, invitation);
    const { email, role } = invitation;
    const issued = issueInvitation(ctx, { email, role, workspaceName: workspace.name, locale: locale ?? ctx.locale });
    const { tokenHash, mailId, sentAt, expiresAt } = issued;
    await tx.$executeRaw`UPDATE invitation SET state = 'PENDING', token_hash = ${tokenHash}, mail_id = ${mailId}::uuid,
        invited_by = ${ctx.actor.account.id}::uuid, sent_at = ${sentAt}::timestamptz,
        expires_at = ${expiresAt}::timestamptz, opened_at = NULL, bounced_at = NULL, ended_at = NULL
      WHERE workspace_id = ${workspace.id}::uuid AND id = ${invitation.id}::uuid`;
    return {
      output: { expiresAt: expiresAt.toISOString(), link: issued.link },
      change: { target: invitation.id, before: { state: invitation.state }, after: { email, role } },
      mails: [issued.mail],
    };
  },
});

async function requireInvitee(tx: Tx, ctx: WorkspaceContext, invitation: LockedInvitation) {
  const now = ctx.services.clock.now();
  const { workspaceId, emailNormal, id } = invitation;
  const house = await readHouse(tx, workspaceId, now);
  const known = (await readAcquaintances(tx, workspaceId, [emailNormal], now)).get(emailNormal);
  if (known?.membership) return fail("ALREADY_MEMBER");
  // A newer one lives: that is the one to resend.
  if (known?.pending && known.pending.id !== id) return fail("INVITATION_GONE");
  if (!isDomainAllowed(emailNormal, house.domains)) return fail("DOMAIN_NOT_ALLOWED");
  if (house.pending >= MOST_PENDING && !isOpen(invitation, now))
    return fail("INVITATION_LIMIT", { limit: MOST_PENDING });
  return known?.locale ?? null;
}
