import type { Locale } from "@pronaflow/contract";
import { InviteMembersInput } from "@pronaflow/contract/inputs/invitations";
import type { InvitedOutcome, InvitedRow } from "@pronaflow/contract/outputs/invitations";
import type { Tx } from "@pronaflow/db";
import type * as z from "zod";
import { appendAudit } from "../kernel/audit.ts";
import { workspaceCommand } from "../kernel/command.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { endInvitations } from "./end-invitations.ts";
import { futureEnd } from "./future-end.ts";
import type { Issued } from "./issue-invitation.ts";
import { issueInvitation } from "./issue-invitation.ts";
import type { JudgedAddress } from "./judge-addresses.ts";
import { judgeAddresses } from "./judge-addresses.ts";
import type { Acquaintance, House } from "./read-house.ts";
import { readAcquaintances, readHouse } from "./read-house.ts";
import { isDomainAllowed, MOST_PENDING, requireInvitable } from "./rules.ts";
import { takeDailyShares } from "./take-daily-share.ts";

type Input = z.output<typeof InviteMembersInput>;
interface NewInvitation extends Issued {
  id: string;
  email: string;
  emailNormal: string;
}

/**
 * Invites up to 100 addresses with one role, and answers for each: all that can be invited are, in one transaction, and
 * the others are told why not. The workspace's row lock makes the caps exact under any number of callers.
 * @throws ROLE_NOT_GRANTABLE where the role is not the inviter's to give.
 */
export const inviteMembers = workspaceCommand({
  action: "invitation.created",
  permission: "members.invite",
  locks: "workspace",
  repeatable: true,
  input: InviteMembersInput,
  async prepare({ ctx, input }) {
    requireInvitable(ctx.scope.role, input.role);
    futureEnd(ctx, input.memberEndsAt);
    const addresses = judgeAddresses(input.emails);
    const share = await takeDailyShares(ctx, addresses.filter(({ outcome }) => outcome === null).length);
    return { addresses, share };
  },
  async run({ tx, ctx, input, prepared }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    requireInvitable(ctx.scope.role, input.role);
    const now = ctx.services.clock.now();
    const house = await readHouse(tx, workspace.id, now);
    const normals = prepared.addresses.flatMap(({ emailNormal }) => emailNormal ?? []);
    const known = await readAcquaintances(tx, workspace.id, normals, now);
    const admit = gatekeeper(house, known, prepared.share);
    const made = new Map<JudgedAddress, NewInvitation>();
    const rows = prepared.addresses.map((address): InvitedRow => {
      const outcome = admit(address);
      if (outcome !== "invited" || !address.email || !address.emailNormal) return answer(address, outcome, null);
      const locale: Locale = known.get(address.emailNormal)?.locale ?? ctx.locale;
      const issued = issueInvitation(ctx, {
        email: address.email,
        role: input.role,
        workspaceName: workspace.name,
        locale,
      });
      const invitation = {
        ...issued,
        id: ctx.services.random.uuid(),
        email: address.email,
        emailNormal: address.emailNormal,
      };
      made.set(address, invitation);
      return answer(address, outcome, invitation);
    });
    const invitations = [...made.values()];
    const stale = invitations.flatMap(({ emailNormal }) => known.get(emailNormal)?.pending?.id ?? []);
    await endInvitations(tx, ctx, {
      workspaceId: workspace.id,
      ids: stale,
      state: "EXPIRED",
      action: "invitation.expired",
    });
    await insertInvitations(tx, ctx, input, invitations);
    const change = await recordAll(tx, ctx, input, invitations);
    return { output: { rows, invited: invitations.length }, change, mails: invitations.map(({ mail }) => mail) };
  },
});

/** Judges address after address, each against what those before it have taken. */
function gatekeeper(house: House, known: Map<string, Acquaintance>, share: number) {
  let [pending, shareLeft] = [house.pending, share];
  const seats = house.seatsLeft === null ? Number.POSITIVE_INFINITY : house.seatsLeft - house.pending;
  let seatsLeft = seats;
  return ({ outcome, emailNormal }: JudgedAddress): InvitedOutcome => {
    if (outcome || !emailNormal) return outcome ?? "invalid_address";
    const here = known.get(emailNormal);
    if (here?.membership) return here.membership === "ACTIVE" ? "already_member" : "deactivated_member";
    if (here?.pending?.isOpen) return "already_invited";
    if (!isDomainAllowed(emailNormal, house.domains)) return "domain_not_allowed";
    if (pending >= MOST_PENDING) return "pending_limit";
    if (seatsLeft <= 0) return "no_seat";
    if (shareLeft <= 0) return "daily_limit";
    pending++;
    seatsLeft--;
    shareLeft--;
    return "invited";
  };
}

function answer({ given }: JudgedAddress, outcome: InvitedOutcome, made: NewInvitation | null): InvitedRow {
  return { email: given, outcome, invitationId: made?.id ?? null, link: made?.link ?? null };
}

async function insertInvitations(tx: Tx, ctx: WorkspaceContext, input: Input, invitations: readonly NewInvitation[]) {
  if (invitations.length === 0) return;
  const column = <Name extends keyof NewInvitation>(name: Name) => invitations.map((made) => made[name]);
  await tx.$executeRaw`INSERT INTO invitation (workspace_id, id, email, email_normal, role, member_ends_at, token_hash,
      mail_id, invited_by, created_at, sent_at, expires_at)
    SELECT ${ctx.scope.workspaceId}::uuid, i.id, i.email, i.email_normal, ${input.role}::"Role",
      ${input.memberEndsAt ?? null}::timestamptz, i.token_hash, i.mail_id, ${ctx.actor.account.id}::uuid, i.sent_at, i.sent_at, i.expires_at
    FROM unnest(${column("id")}::uuid[], ${column("email")}::text[], ${column("emailNormal")}::text[],
      ${column("tokenHash")}::bytea[], ${column("mailId")}::uuid[], ${column("sentAt")}::timestamptz[],
      ${column("expiresAt")}::timestamptz[]) AS i (id, email, email_normal, token_hash, mail_id, sent_at, expires_at)`;
}

// Each invitation is an act of its own; the last is recorded by the command.
async function recordAll(tx: Tx, ctx: WorkspaceContext, input: Input, invitations: readonly NewInvitation[]) {
  const changes = invitations.map(({ id, email }) => ({
    target: id,
    after: { email, role: input.role, ...(input.memberEndsAt ? { memberEndsAt: input.memberEndsAt } : {}) },
  }));
  for (const change of changes.slice(0, -1)) {
    const { workspaceId } = ctx.scope;
    await appendAudit(tx, ctx, { action: "invitation.created", workspaceId, change, isSystem: false });
  }
  return changes.at(-1) ?? null;
}
