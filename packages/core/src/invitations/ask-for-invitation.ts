import { fail } from "@pronaflow/contract";
import { InvitationLinkInput } from "@pronaflow/contract/inputs/invitations";
import type { Tx } from "@pronaflow/db";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import { listOwners } from "../workspaces/list-owners.ts";
import type { Inviter } from "./get-able-inviter.ts";
import { getAbleInviter } from "./get-able-inviter.ts";
import { invitationRates } from "./invitation-rates.ts";
import { isActiveMember } from "./is-active-member.ts";
import type { InvitingWorkspace } from "./records.ts";
import { lockByLink } from "./records.ts";

const ASKABLE = ["PENDING", "EXPIRED", "VOID"];

/**
 * Asks for an invitation to one's own address by the link of one that is for another, or that ran out: its inviter is
 * mailed, or an Owner where they may not invite any more. Few times a day.
 * @throws INVITATION_GONE where it was taken, declined or revoked; ALREADY_MEMBER with the `slug`, RATE_LIMITED.
 */
export const askForInvitation = userCommand({
  action: "invitation.asked",
  input: InvitationLinkInput,
  async prepare({ ctx, input }) {
    await takeRate(ctx, invitationRates.askedByAccount, ctx.actor.account.id);
    await takeRate(ctx, invitationRates.askedPerInvitation, input.token);
  },
  async run({ tx, ctx, input }) {
    const { workspace, invitation } = await lockByLink(tx, input.token);
    if (!ASKABLE.includes(invitation.state)) return fail("INVITATION_GONE");
    const { id, email } = ctx.actor.account;
    if (await isActiveMember(tx, workspace.id, id)) return fail("ALREADY_MEMBER", { slug: workspace.slug });
    const asked = (await getAbleInviter(tx, invitation, ctx.services.clock.now())) ?? (await firstOwner(tx, workspace));
    if (!asked) return fail("INVITATION_GONE");
    return {
      output: { status: "asked" as const },
      change: { target: invitation.id, workspaceId: workspace.id, after: { email } },
      mails: [mailAsked(ctx, workspace, asked)],
    };
  },
});

async function firstOwner(tx: Tx, workspace: InvitingWorkspace): Promise<Inviter | undefined> {
  return (await listOwners(tx, workspace.id))[0];
}

function mailAsked(ctx: UserContext, workspace: InvitingWorkspace, asked: Inviter): Mail {
  const { displayName: askerName, email: askerEmail } = ctx.actor.account;
  return {
    template: "invitation-asked",
    to: asked.email,
    accountId: asked.id,
    locale: asked.locale,
    props: {
      displayName: asked.displayName,
      workspaceName: workspace.name,
      askerName,
      askerEmail,
      link: `${ctx.services.env.APP_URL}/w/${workspace.slug}/members/invitations`,
    },
  };
}
