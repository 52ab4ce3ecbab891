import type { Role } from "@pronaflow/contract";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  inWorkspace,
  linkTokenOf,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lapseInvitations } from "../jobs/lapse-invitations.ts";
import { workerContext } from "../kernel/scope.ts";
import * as invitations from "./index.ts";
import { noteBounce } from "./note-bounce.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system);
});
afterAll(() => system.close());

interface Facts {
  role?: Role;
  inviterRole?: Role;
  memberEndsAt?: string;
}

/** A workspace, an inviter in it, and someone with an account whom they have invited. */
async function offer({ role = "VIEWER", inviterRole = "ADMIN", memberEndsAt }: Facts = {}) {
  const inviter = await makeAccount(system);
  const invitee = await makeAccount(system);
  const { id, slug, name } = await makeWorkspace(system, owner, [{ account: inviter, role: inviterRole }]);
  const ctx = await inWorkspace(await asUser(system, inviter), id);
  const input = { id, emails: [invitee.email], role, ...(memberEndsAt ? { memberEndsAt } : {}) };
  const { rows } = await invitations.inviteMembers(ctx, input);
  const invitationId = rows[0]?.invitationId ?? expect.unreachable();
  const token = await linkTokenOf(system, invitee.email, "invitation");
  return { id, slug, name, inviter, invitee, ctx, invitationId, token, user: await asUser(system, invitee) };
}

const gone = { code: "INVITATION_GONE" };

async function membersOf(workspaceId: string, accountId: string) {
  const sql = "SELECT role, ends_at FROM membership WHERE workspace_id = $1 AND account_id = $2";
  return (await system.owner.query(sql, [workspaceId, accountId])).rows;
}

async function statusOf({ ctx, id, invitationId }: Awaited<ReturnType<typeof offer>>) {
  const { items } = await invitations.listInvitations(ctx, { id });
  return items.find((item) => item.id === invitationId)?.status;
}

test("whoever has the link reads what it offers, and the inviter sees that it was opened", async () => {
  const made = await offer();
  expect(await statusOf(made)).toBe("sent");
  const seen = await invitations.viewInvitation(asGuest(system.web), { token: made.token });
  expect(seen).toMatchObject({ workspaceName: made.name, email: made.invitee.email, role: "VIEWER", opener: "guest" });
  expect(await statusOf(made)).toBe("opened");
  expect(await invitations.viewInvitation(made.user, { token: made.token })).toMatchObject({ opener: "invited" });
  const other = await asUser(system, owner);
  expect(await invitations.viewInvitation(other, { token: made.token })).toMatchObject({ opener: "other" });
});

test("the invited one joins: one member, one act, one mail to the inviter, and the link is worth nothing", async () => {
  const memberEndsAt = new Date(system.clock.now().getTime() + 86_400_000).toISOString();
  const { id, slug, token, user, invitee, inviter, invitationId } = await offer({ role: "GUEST", memberEndsAt });
  expect(await invitations.acceptInvitation(user, { token })).toEqual({ workspaceId: id, slug, role: "GUEST" });
  expect(await membersOf(id, invitee.id)).toMatchObject([{ role: "GUEST", ends_at: new Date(memberEndsAt) }]);
  expect((await auditOf(system, invitationId)).map(({ action }) => action)).toEqual([
    "invitation.created",
    "invitation.accepted",
  ]);
  expect(await mailsTo(system, inviter.email)).toMatchObject([{ template: "invitation-accepted" }]);
  const already = { code: "ALREADY_MEMBER", meta: { slug } };
  await expect(invitations.acceptInvitation(user, { token })).rejects.toMatchObject(already);
  await expect(invitations.viewInvitation(user, { token })).rejects.toMatchObject(already);
  await expect(invitations.viewInvitation(asGuest(system.web), { token })).rejects.toMatchObject(gone);
});

test("another account is told so and changes nothing; it may ask, a few times", async () => {
  const { id, token, inviter } = await offer();
  const other = await makeAccount(system);
  const user = await asUser(system, other);
  await expect(invitations.acceptInvitation(user, { token })).rejects.toMatchObject({ code: "WRONG_ACCOUNT" });
  expect(await membersOf(id, other.id)).toEqual([]);
  for (let time = 0; time < 3; time++) await invitations.askForInvitation(user, { token });
  await expect(invitations.askForInvitation(user, { token })).rejects.toMatchObject({ code: "RATE_LIMITED" });
  const mails = await mailsTo(system, inviter.email);
  expect(mails).toHaveLength(3);
  expect(mails[0]).toMatchObject({ template: "invitation-asked", props: { askerEmail: other.email } });
});

test("someone whose address was not verified yet has proven it by having the link", async () => {
  const { id, token, invitee } = await offer();
  await system.owner.query("UPDATE account SET status = 'PENDING', email_verified_at = NULL WHERE id = $1", [
    invitee.id,
  ]);
  await invitations.acceptInvitation(await asUser(system, invitee), { token });
  expect(await membersOf(id, invitee.id)).toHaveLength(1);
  const { rows } = await system.owner.query("SELECT status FROM account WHERE id = $1", [invitee.id]);
  expect(rows).toEqual([{ status: "ACTIVE" }]);
  expect((await auditOf(system, invitee.id)).map(({ action }) => action)).toEqual(["account.email_verified"]);
});

test("twenty accepts at once are one member, twenty mixed acts end it once", async () => {
  const first = await offer();
  const { values, codes } = await twentyAtOnce(() => invitations.acceptInvitation(first.user, { token: first.token }));
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["ALREADY_MEMBER"]));
  for (let round = 0; round < 3; round++) {
    const { id, ctx, token, user, invitee, invitationId } = await offer();
    const acts = [
      () => invitations.acceptInvitation(user, { token }),
      () => invitations.revokeInvitation(ctx, { id, invitationId }),
      () => invitations.declineInvitation(asGuest(system.web), { token }),
    ];
    const mixed = await twentyAtOnce((index) => (acts[(index + round) % 3] as () => Promise<unknown>)());
    expect(mixed.values).toHaveLength(1);
    const { rows } = await system.owner.query("SELECT state FROM invitation WHERE id = $1", [invitationId]);
    expect(await membersOf(id, invitee.id)).toHaveLength(rows[0].state === "ACCEPTED" ? 1 : 0);
  }
});

test.each([
  ["the inviter was demoted", "UPDATE membership SET role = 'GUEST' WHERE account_id = $1"],
  ["the inviter was deactivated", "UPDATE membership SET state = 'DEACTIVATED' WHERE account_id = $1"],
  ["the inviter was suspended", "UPDATE account SET status = 'SUSPENDED', suspended_at = now() WHERE id = $1"],
])("it is void once %s: at the accept, and by the job for the list", async (_why, sql) => {
  const [accepted, listed] = [await offer(), await offer()];
  for (const { inviter } of [accepted, listed]) await system.owner.query(sql, [inviter.id]);
  const { user, token, id, invitee } = accepted;
  await expect(invitations.viewInvitation(asGuest(system.web), { token })).rejects.toMatchObject(gone);
  await expect(invitations.acceptInvitation(user, { token })).rejects.toMatchObject(gone);
  expect(await membersOf(id, invitee.id)).toEqual([]);
  await lapseInvitations(system.admin);
  for (const { invitationId } of [accepted, listed]) {
    const rows = (await auditOf(system, invitationId)).map(({ action }) => action);
    expect(rows).toEqual(["invitation.created", "invitation.voided"]);
  }
});

test("policy and seats are judged when it is taken, not when it was sent", async () => {
  const { id, token, user } = await offer();
  const now = system.clock.now();
  const billing = "INSERT INTO workspace_billing (workspace_id, seats_allowed, updated_at) VALUES ($1, 2, $2)";
  await system.owner.query(billing, [id, now]);
  await expect(invitations.acceptInvitation(user, { token })).rejects.toMatchObject({ code: "NO_SEAT_LEFT" });
  await system.owner.query("UPDATE workspace_billing SET seats_allowed = 3 WHERE workspace_id = $1", [id]);
  const policy =
    "INSERT INTO workspace_policy (workspace_id, invitation_domains, updated_at) VALUES ($1, '{only.example}', $2)";
  await system.owner.query(policy, [id, now]);
  await expect(invitations.acceptInvitation(user, { token })).rejects.toMatchObject(gone);
});

test("a deleted workspace lets nobody in, and one that comes back does", async () => {
  const { id, token, user } = await offer();
  await system.owner.query(
    "UPDATE workspace SET deleted_at = now(), final_at = now() + interval '30 days' WHERE id = $1",
    [id],
  );
  await expect(invitations.acceptInvitation(user, { token })).rejects.toMatchObject(gone);
  await system.owner.query("UPDATE workspace SET deleted_at = NULL, final_at = NULL WHERE id = $1", [id]);
  expect(await invitations.acceptInvitation(user, { token })).toMatchObject({ workspaceId: id });
});

test("a new link kills the old one, also after the 48 hours; a declined one is not sent again", async () => {
  const made = await offer();
  const { id, invitee, inviter, token, invitationId } = made;
  system.clock.advance({ hours: 48 });
  await expect(invitations.acceptInvitation(await asUser(system, invitee), { token })).rejects.toMatchObject(gone);
  await lapseInvitations(system.admin);
  const ctx = await inWorkspace(await asUser(system, inviter), id);
  expect(await statusOf({ ...made, ctx })).toBe("expired");
  await invitations.resendInvitation(ctx, { id, invitationId });
  const renewed = await linkTokenOf(system, invitee.email, "invitation");
  await expect(invitations.viewInvitation(asGuest(system.web), { token })).rejects.toMatchObject(gone);
  await invitations.declineInvitation(asGuest(system.web), { token: renewed });
  expect(await statusOf({ ...made, ctx })).toBe("declined");
  await expect(invitations.resendInvitation(ctx, { id, invitationId })).rejects.toMatchObject(gone);
});

test("the role changes while it waits, and never beyond what the one who changes it may give", async () => {
  const { id, ctx, token, user, invitationId } = await offer({ inviterRole: "MEMBER", role: "GUEST" });
  const change = (who: typeof ctx, role: Role) => invitations.changeInvitation(who, { id, invitationId, role });
  await expect(change(ctx, "MEMBER")).rejects.toMatchObject({ code: "ROLE_NOT_GRANTABLE" });
  const boss = await inWorkspace(await asUser(system, owner), id);
  await change(boss, "ADMIN");
  await expect(change(ctx, "GUEST")).rejects.toMatchObject({ code: "ROLE_NOT_GRANTABLE" });
  expect(await invitations.acceptInvitation(user, { token })).toMatchObject({ role: "ADMIN" });
  await expect(change(boss, "GUEST")).rejects.toMatchObject(gone);
});

test("a Member handles their own invitations alone", async () => {
  const { id, invitationId } = await offer();
  const member = await makeAccount(system);
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, 'MEMBER', now())",
    [id, member.id, system.web.random.uuid()],
  );
  const ctx = await inWorkspace(await asUser(system, member), id);
  const refused = { code: "FORBIDDEN", meta: { permission: "members.update" } };
  await expect(invitations.revokeInvitation(ctx, { id, invitationId })).rejects.toMatchObject(refused);
  await expect(invitations.resendInvitation(ctx, { id, invitationId })).rejects.toMatchObject(refused);
});

test("an invitation of another workspace is not there", async () => {
  const { invitationId } = await offer();
  const { id, ctx } = await offer();
  for (const act of [invitations.revokeInvitation, invitations.resendInvitation])
    await expect(act(ctx, { id, invitationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a refused mail shows as bounced, and its link still works", async () => {
  const made = await offer();
  const { rows } = await system.owner.query("SELECT mail_id FROM invitation WHERE id = $1", [made.invitationId]);
  await noteBounce(workerContext(system.admin, "test"), rows[0].mail_id);
  expect(await statusOf(made)).toBe("bounced");
  await invitations.acceptInvitation(made.user, { token: made.token });
});

test("what ended is forgotten after ninety days", async () => {
  const { ctx, id, invitationId } = await offer();
  await invitations.revokeInvitation(ctx, { id, invitationId });
  system.clock.advance({ hours: 24 * 90 + 1 });
  await lapseInvitations(system.admin);
  expect((await system.owner.query("SELECT 1 FROM invitation WHERE id = $1", [invitationId])).rows).toEqual([]);
});
