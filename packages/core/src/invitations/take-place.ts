import { fail } from "@pronaflow/contract";
import type { Joined } from "@pronaflow/contract/outputs/invitations";
import type { Tx } from "@pronaflow/db";
import type { LockedAccount } from "../identity/records.ts";
import type { Change } from "../kernel/audit.ts";
import type { Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { endInvitation } from "./end-invitations.ts";
import type { Inviter } from "./get-able-inviter.ts";
import { getAbleInviter } from "./get-able-inviter.ts";
import { readHouse } from "./read-house.ts";
import type { InvitingWorkspace, LockedInvitation } from "./records.ts";
import { isDomainAllowed, isOpen } from "./rules.ts";

export interface Offer {
  workspace: InvitingWorkspace;
  invitation: LockedInvitation;
}
type Taker = Pick<LockedAccount, "id" | "displayName" | "email">;

/**
 * Judges an offer as of now: the link is open, its inviter may still grant the role, the policy admits the address, the
 * plan has a seat. One that no longer stands becomes void with this very refusal.
 * @throws INVITATION_GONE, NO_SEAT_LEFT.
 */
export async function judgeOffer(tx: Tx, ctx: RequestContext, offer: Offer): Promise<Inviter | Refusal> {
  const { invitation } = offer;
  const now = ctx.services.clock.now();
  if (!isOpen(invitation, now)) return fail("INVITATION_GONE");
  const inviter = await getAbleInviter(tx, invitation, now);
  const house = await readHouse(tx, invitation.workspaceId, now);
  if (!inviter || !isDomainAllowed(invitation.emailNormal, house.domains)) return await voided(tx, ctx, invitation);
  if (house.seatsLeft !== null && house.seatsLeft <= 0) return fail("NO_SEAT_LEFT");
  return inviter;
}

/** Makes the account a member and the link worth nothing; the caller holds workspace, invitation and account. */
export async function takePlace(
  tx: Tx,
  ctx: RequestContext,
  { workspace, invitation }: Offer,
  taker: Taker,
  inviter: Inviter,
): Promise<{ joined: Joined; change: Change; mails: Mail[] }> {
  const { clock, random } = ctx.services;
  const now = clock.now();
  const memberId = random.uuid();
  const joinedRows = await tx.$executeRaw`INSERT INTO membership
      (workspace_id, account_id, id, role, joined_at, ends_at)
    VALUES (${workspace.id}::uuid, ${taker.id}::uuid, ${memberId}::uuid, ${invitation.role}::"Role",
      ${now}::timestamptz, ${invitation.memberEndsAt}::timestamptz)
    ON CONFLICT (workspace_id, account_id) DO NOTHING`;
  if (joinedRows !== 1) return fail("ALREADY_MEMBER", { slug: workspace.slug });
  const taken = await tx.$executeRaw`UPDATE invitation SET state = 'ACCEPTED', ended_at = ${now}::timestamptz,
      accepted_by = ${taker.id}::uuid
    WHERE workspace_id = ${workspace.id}::uuid AND id = ${invitation.id}::uuid AND state = 'PENDING'`;
  if (taken !== 1) return fail("INVITATION_GONE");
  const { role } = invitation;
  return {
    joined: { workspaceId: workspace.id, slug: workspace.slug, role },
    change: {
      target: invitation.id,
      workspaceId: workspace.id,
      by: taker.id,
      after: { memberId, role, email: taker.email },
    },
    mails: [mailInviter(ctx, { workspace, invitation }, taker, inviter)],
  };
}

async function voided(tx: Tx, ctx: RequestContext, invitation: LockedInvitation): Promise<Refusal> {
  const { id, workspaceId } = invitation;
  await endInvitation(tx, ctx, { workspaceId, id, state: "VOID" });
  const change = { action: "invitation.voided" as const, target: id, workspaceId, before: { state: "PENDING" } };
  return { refusal: "INVITATION_GONE", change };
}

function mailInviter(ctx: RequestContext, { workspace, invitation }: Offer, taker: Taker, inviter: Inviter): Mail {
  return {
    template: "invitation-accepted",
    to: inviter.email,
    accountId: inviter.id,
    locale: inviter.locale,
    props: {
      displayName: inviter.displayName,
      workspaceName: workspace.name,
      memberName: taker.displayName,
      memberEmail: taker.email,
      role: invitation.role,
      link: `${ctx.services.env.APP_URL}/w/${workspace.slug}/members`,
    },
  };
}
