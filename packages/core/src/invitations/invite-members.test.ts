import type { Role } from "@pronaflow/contract";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inviteMembers, listInvitations } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;
let named = 0;

beforeAll(async () => {
  system = await openTestSystem({ SMTP_URL: "smtp://mail.example:25" });
  owner = await makeAccount(system);
});
afterAll(() => system.close());

const fresh = () => `person-${++named}@invited.example`;

async function space(role: Role = "OWNER") {
  const account = role === "OWNER" ? owner : await makeAccount(system);
  const members = role === "OWNER" ? [] : [{ account, role }];
  const { id, name, slug } = await makeWorkspace(system, owner, members);
  return { id, name, slug, account, ctx: await inWorkspace(await asUser(system, account), id) };
}

const outcomes = (rows: { outcome: string }[]) => rows.map(({ outcome }) => outcome);

test("each address gets its answer, what can be invited is, and each invitation is one act and one mail", async () => {
  const member = await makeAccount(system);
  const away = await makeAccount(system);
  const { id, name } = await makeWorkspace(system, owner, [
    { account: member, role: "MEMBER" },
    { account: away, role: "VIEWER" },
  ]);
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE account_id = $1", [away.id]);
  const ctx = await inWorkspace(await asUser(system, owner), id);
  const [one, two] = [fresh(), fresh()];
  const emails = [one, "no address", two, two.toUpperCase(), member.email, away.email];
  const { rows, invited } = await inviteMembers(ctx, { id, emails, role: "VIEWER" });
  expect(rows.map(({ email }) => email)).toEqual(emails);
  expect(outcomes(rows)).toEqual([
    ...["invited", "invalid_address", "invited", "duplicate", "already_member", "deactivated_member"],
  ]);
  expect(invited).toBe(2);
  expect(JSON.stringify(rows)).not.toContain("token");
  for (const [index, email] of [one, two].entries()) {
    const invitationId = rows[index * 2]?.invitationId ?? "";
    expect(await auditOf(system, invitationId)).toMatchObject([
      {
        action: "invitation.created",
        actorId: owner.id,
        workspaceId: id,
        detail: { after: { email, role: "VIEWER" } },
      },
    ]);
    const [mail] = await mailsTo(system, email);
    expect(mail).toMatchObject({ template: "invitation", props: { workspaceName: name, role: "VIEWER" } });
    expect(String(mail?.props.link)).toMatch(/\/invitation#token=[a-z2-7]{32}$/);
  }
  const again = await inviteMembers(ctx, { id, emails: [one], role: "VIEWER" });
  expect(outcomes(again.rows)).toEqual(["already_invited"]);
});

test("where no mail is configured the inviter gets the link, once, and it is stored nowhere", async () => {
  const { id, ctx } = await space();
  const env = { ...ctx.services.env, SMTP_URL: undefined };
  const silent = { ...ctx, services: { ...ctx.services, env } };
  const { rows } = await inviteMembers(silent, { id, emails: [fresh()], role: "GUEST" });
  const token = /#token=([a-z2-7]{32})$/.exec(rows[0]?.link ?? "")?.[1] ?? expect.unreachable();
  const { rows: stored } = await system.owner.query("SELECT i::text AS row FROM invitation i");
  expect(JSON.stringify(stored)).not.toContain(token);
});

test.each([
  ["OWNER", ["OWNER", "ADMIN", "MEMBER", "VIEWER", "GUEST"]],
  ["ADMIN", ["MEMBER", "VIEWER", "GUEST"]],
  ["MEMBER", ["VIEWER", "GUEST"]],
] as const)("%s invites as %s and nothing above", async (role, may) => {
  const { id, ctx } = await space(role);
  for (const offered of ["OWNER", "ADMIN", "MEMBER", "VIEWER", "GUEST"] as const) {
    const answer = inviteMembers(ctx, { id, emails: [fresh()], role: offered });
    if ((may as readonly Role[]).includes(offered)) expect((await answer).invited).toBe(1);
    else await expect(answer).rejects.toMatchObject({ code: "ROLE_NOT_GRANTABLE" });
  }
});

test.each(["VIEWER", "GUEST"] as const)("a %s invites nobody", async (role) => {
  const { id, ctx } = await space(role);
  await expect(inviteMembers(ctx, { id, emails: [fresh()], role: "GUEST" })).rejects.toMatchObject({
    code: "FORBIDDEN",
    meta: { permission: "members.invite" },
  });
});

test("twenty at once leave one live invitation for an address, and a hundred in a workspace", async () => {
  const { id, ctx } = await space();
  const email = fresh();
  const one = await twentyAtOnce(() => inviteMembers(ctx, { id, emails: [email], role: "GUEST" }));
  expect(one.codes).toEqual([]);
  expect(one.values.filter(({ invited }) => invited === 1)).toHaveLength(1);
  const many = await twentyAtOnce(() =>
    inviteMembers(ctx, { id, emails: Array.from({ length: 8 }, fresh), role: "GUEST" }),
  );
  expect(many.codes).toEqual([]);
  expect(many.values.reduce((sum, { invited }) => sum + invited, 0)).toBe(99);
  expect(outcomes(many.values.flatMap(({ rows }) => rows)).filter((outcome) => outcome !== "invited")).toEqual(
    Array.from({ length: 160 - 99 }, () => "pending_limit"),
  );
});

test("domains and seats are kept, an inviter's day has an end, and a full day says so row by row", async () => {
  const { id, ctx, account } = await space("ADMIN");
  const now = system.clock.now();
  await system.owner.query(
    "INSERT INTO workspace_policy (workspace_id, invitation_domains, updated_at) VALUES ($1, '{invited.example}', $2)",
    [id, now],
  );
  await system.owner.query(
    "INSERT INTO workspace_billing (workspace_id, seats_allowed, updated_at) VALUES ($1, 3, $2)",
    [id, now],
  );
  const emails = ["a@elsewhere.example", fresh(), fresh()];
  const { rows } = await inviteMembers(ctx, { id, emails, role: "GUEST" });
  expect(outcomes(rows)).toEqual(["domain_not_allowed", "invited", "no_seat"]);
  await system.owner.query("UPDATE workspace_billing SET seats_allowed = NULL");
  const other = await makeWorkspace(system, owner, [{ account, role: "ADMIN" }]);
  const there = await inWorkspace(await asUser(system, account), other.id);
  const left = 250 - 3;
  const day = Array.from({ length: left + 3 }, fresh);
  const answered: string[] = [];
  for (let at = 0; at < day.length; at += 50) {
    await system.owner.query("UPDATE invitation SET state = 'REVOKED', ended_at = now() WHERE state = 'PENDING'");
    const some = await inviteMembers(there, { id: other.id, emails: day.slice(at, at + 50), role: "GUEST" });
    answered.push(...outcomes(some.rows));
  }
  expect(answered.filter((outcome) => outcome === "invited")).toHaveLength(left);
  expect(answered.slice(left)).toEqual(["daily_limit", "daily_limit", "daily_limit"]);
});

test("the list goes by keyset, narrows by state, and shows another workspace nothing", async () => {
  const { id, ctx } = await space();
  const emails = Array.from({ length: 7 }, fresh);
  await inviteMembers(ctx, { id, emails, role: "GUEST" });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listInvitations(ctx, { id, limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ email }) => email));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect([...seen].sort()).toEqual([...emails].sort());
  expect((await listInvitations(ctx, { id, filter: "expired" })).items).toEqual([]);
  system.clock.advance({ hours: 49 });
  const later = await inWorkspace(await asUser(system, owner), id);
  expect((await listInvitations(later, { id, filter: "open" })).items).toEqual([]);
  const expired = await listInvitations(later, { id, filter: "expired" });
  expect(expired.items.map(({ status }) => status)).toEqual(emails.map(() => "expired"));
  const elsewhere = await space();
  expect((await listInvitations(elsewhere.ctx, { id: elsewhere.id })).items).toEqual([]);
});

test("only a Guest may be given an end, and one that is still to come", async () => {
  const { id, ctx } = await space();
  const past = new Date(system.clock.now().getTime() - 1000).toISOString();
  const future = new Date(system.clock.now().getTime() + 86_400_000).toISOString();
  const invite = (role: Role, memberEndsAt: string) =>
    inviteMembers(ctx, { id, emails: [fresh()], role, memberEndsAt });
  await expect(invite("VIEWER", future)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(invite("GUEST", past)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  expect((await invite("GUEST", future)).invited).toBe(1);
});
