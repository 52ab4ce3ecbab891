import { fail, fieldErrorsOf } from "@pronaflow/contract";
import { InvitationLinkInput } from "@pronaflow/contract/inputs/invitations";
import type { OfferedPlace } from "@pronaflow/contract/outputs/invitations";
import type { Tx } from "@pronaflow/db";
import type * as z from "zod";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { transact } from "../kernel/transaction.ts";
import { getAbleInviter } from "./get-able-inviter.ts";
import { invitationRates } from "./invitation-rates.ts";
import { isActiveMember } from "./is-active-member.ts";
import type { LockedInvitation } from "./records.ts";
import { lockByLink } from "./records.ts";
import { isOpen } from "./rules.ts";

/**
 * What a link offers, told to whoever holds it, and that it was opened, told to the inviter. Says nothing of whether the
 * address has an account.
 * @throws INVITATION_GONE alike for every link that opens nothing, ALREADY_MEMBER with the `slug` to the one who took it.
 */
export async function viewInvitation(
  ctx: RequestContext,
  given: z.input<typeof InvitationLinkInput>,
): Promise<OfferedPlace> {
  const parsed = InvitationLinkInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  await takeRateByAddress(ctx, invitationRates.viewedByAddress);
  return await transact(ctx.services, {}, async (tx) => {
    const { workspace, invitation } = await lockByLink(tx, parsed.data.token);
    const accountId = ctx.actor?.account.id;
    if (accountId && invitation.acceptedBy === accountId && (await isActiveMember(tx, workspace.id, accountId)))
      return fail("ALREADY_MEMBER", { slug: workspace.slug });
    const now = ctx.services.clock.now();
    const inviter = isOpen(invitation, now) ? await getAbleInviter(tx, invitation, now) : null;
    if (!inviter) return fail("INVITATION_GONE");
    await tx.$executeRaw`UPDATE invitation SET opened_at = ${now}::timestamptz
      WHERE workspace_id = ${workspace.id}::uuid AND id = ${invitation.id}::uuid AND opened_at IS NULL`;
    return {
      workspaceName: workspace.name,
      inviterName: inviter.displayName,
      inviterEmail: inviter.email,
      email: invitation.email,
      role: invitation.role,
      memberEndsAt: invitation.memberEndsAt?.toISOString() ?? null,
      expiresAt: invitation.expiresAt.toISOString(),
      opener: await openerOf(tx, invitation, accountId),
    };
  });
}

async function openerOf(tx: Tx, { emailNormal }: LockedInvitation, accountId: string | undefined) {
  if (!accountId) return "guest";
  const own = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
    WHERE id = ${accountId}::uuid AND email_normal = ${emailNormal}`;
  return own.length > 0 ? "invited" : "other";
}
