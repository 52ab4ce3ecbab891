import type { Role } from "@pronaflow/contract";
import { ROLES } from "@pronaflow/contract";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createToken } from "../tokens/index.ts";
import { changeRole, deactivateMember, leaveWorkspace, reactivateMember, removeMember, updateMember } from "./index.ts";

let system: TestSystem;
let workspace: { id: string; slug: string; name: string };
const people = new Map<Role, TestAccount>();
const memberIds = new Map<string, string>();

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

beforeEach(async () => {
  for (const role of ROLES) people.set(role, await makeAccount(system, { displayName: `The ${role}` }));
  const rest = ROLES.slice(1).map((role) => ({ account: of(role), role }));
  workspace = await makeWorkspace(system, of("OWNER"), rest);
  await readIds();
});

const of = (role: Role) => people.get(role) ?? expect.unreachable(role);
const memberOf = (account: TestAccount) => memberIds.get(account.id) ?? expect.unreachable(account.email);
const inAs = async (account: TestAccount) => inWorkspace(await asUser(system, account), workspace.id);

async function readIds() {
  const { rows } = await system.owner.query<{ id: string; account_id: string; role: Role }>(
    "SELECT id, account_id, role FROM membership WHERE workspace_id = $1",
    [workspace.id],
  );
  for (const row of rows) memberIds.set(row.account_id, row.id);
}

async function standing(account: TestAccount) {
  const { rows } = await system.owner.query<{ role: Role; state: string }>(
    "SELECT role, state FROM membership WHERE workspace_id = $1 AND account_id = $2",
    [workspace.id, account.id],
  );
  return rows[0];
}

test("a new role takes effect on the next call, is mailed in the person's language, and is in the audit", async () => {
  const viewer = of("VIEWER");
  await system.owner.query("UPDATE account SET locale = 'vi' WHERE id = $1", [viewer.id]);
  const memberId = memberOf(viewer);
  const changed = await changeRole(await inAs(of("ADMIN")), { id: workspace.id, memberId, role: "MEMBER" });
  expect(changed).toMatchObject({ memberId, role: "MEMBER", state: "ACTIVE" });
  expect((await inAs(viewer)).scope.role).toBe("MEMBER");
  expect(await mailsTo(system, viewer.email)).toMatchObject([
    {
      template: "member-role-changed",
      locale: "vi",
      props: { before: "VIEWER", role: "MEMBER", by: "The ADMIN", workspaceName: workspace.name },
    },
  ]);
  expect(await auditOf(system, memberId)).toMatchObject([
    {
      action: "member.role_changed",
      actorId: of("ADMIN").id,
      workspaceId: workspace.id,
      detail: { before: { accountId: viewer.id, role: "VIEWER" }, after: { accountId: viewer.id, role: "MEMBER" } },
    },
  ]);
});

test("the role one has already changes nothing: no audit row, no mail", async () => {
  const memberId = memberOf(of("VIEWER"));
  await changeRole(await inAs(of("ADMIN")), { id: workspace.id, memberId, role: "VIEWER" });
  expect(await auditOf(system, memberId)).toEqual([]);
  expect(await mailsTo(system, of("VIEWER").email)).toEqual([]);
});

test.each(["OWNER", "ADMIN"] as const)("an Admin does not touch an %s, in any way", async (role) => {
  const admin = await inAs(of("ADMIN"));
  const input = { id: workspace.id, memberId: memberOf(of(role)) };
  for (const act of [
    () => changeRole(admin, { ...input, role: "GUEST" }),
    () => deactivateMember(admin, input),
    () => reactivateMember(admin, input),
    () => removeMember(admin, input),
    () => updateMember(admin, { ...input, active: false }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: "MEMBER_ABOVE", meta: { role } });
  }
  expect(await standing(of(role))).toEqual({ role, state: "ACTIVE" });
});

test("an Admin gives no role of their own or above; an Owner makes co-owners, freshly proven", async () => {
  const input = { id: workspace.id, memberId: memberOf(of("MEMBER")) };
  const admin = await inAs(of("ADMIN"));
  for (const role of ["OWNER", "ADMIN"] as const) {
    await expect(changeRole(admin, { ...input, role })).rejects.toMatchObject({
      code: "ROLE_NOT_GRANTABLE",
      meta: { role, assignable: ["MEMBER", "VIEWER", "GUEST"] },
    });
  }
  const owner = await inAs(of("OWNER"));
  system.clock.advance({ minutes: 11 });
  await expect(changeRole(owner, { ...input, role: "OWNER" })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  await changeRole(await inAs(of("OWNER")), { ...input, role: "OWNER" });
  expect(await standing(of("MEMBER"))).toMatchObject({ role: "OWNER" });
});

test("what counts is the actor's role when it takes effect, not when they came in", async () => {
  const admin = await inAs(of("ADMIN"));
  const owner = await inAs(of("OWNER"));
  await changeRole(owner, { id: workspace.id, memberId: memberOf(of("ADMIN")), role: "MEMBER" });
  const input = { id: workspace.id, memberId: memberOf(of("VIEWER")), role: "GUEST" as const };
  await expect(changeRole(admin, input)).rejects.toMatchObject({
    code: "FORBIDDEN",
    meta: { permission: "members.update", grantedBy: ["OWNER"] },
  });
});

test.each(["deactivate", "remove", "leave"] as const)(
  "%s: access ends with the next call, in person and for their program",
  async (way) => {
    const member = of("MEMBER");
    const user = await asUser(system, member);
    const inside = await inWorkspace(user, workspace.id);
    const { token } = await createToken(user, { name: "CI", permissions: ["workspace.view"], expiresInDays: 1 });
    const input = { id: workspace.id, memberId: memberOf(member) };
    if (way === "deactivate") await deactivateMember(await inAs(of("ADMIN")), input);
    if (way === "remove") await removeMember(await inAs(of("ADMIN")), input);
    if (way === "leave") await leaveWorkspace(inside, { id: workspace.id });
    await expect(inWorkspace(user, workspace.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const program = await withToken(system.web, token);
    await expect(inWorkspace(program, workspace.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    // Also with the proof of before in hand.
    await expect(leaveWorkspace(inside, { id: workspace.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const told = (await mailsTo(system, member.email)).map(({ template }) => template);
    expect(told).toEqual([
      "token-created",
      ...{ deactivate: ["member-deactivated"], remove: ["member-removed"], leave: [] }[way],
    ]);
  },
);

test("a deactivated member keeps place and role, is not listed twice by coming back, and hears of it", async () => {
  const member = of("MEMBER");
  const input = { id: workspace.id, memberId: memberOf(member) };
  const admin = await inAs(of("ADMIN"));
  await updateMember(admin, { ...input, active: false });
  expect(await standing(member)).toEqual({ role: "MEMBER", state: "DEACTIVATED" });
  await deactivateMember(admin, input);
  await updateMember(admin, { ...input, active: true });
  await reactivateMember(admin, input);
  expect((await inAs(member)).scope).toMatchObject({ role: "MEMBER", memberId: input.memberId });
  const rows = await auditOf(system, input.memberId);
  expect(rows.map(({ action }) => action)).toEqual(["member.deactivated", "member.reactivated"]);
  const mails = (await mailsTo(system, member.email)).map(({ template }) => template);
  expect(mails).toEqual(["member-deactivated", "member-reactivated"]);
});

test("a removed member leaves nothing behind that would keep them from being invited again", async () => {
  const member = of("MEMBER");
  await system.owner.query("UPDATE membership SET heir_account_id = $2 WHERE account_id = $1", [
    of("OWNER").id,
    member.id,
  ]);
  await removeMember(await inAs(of("ADMIN")), { id: workspace.id, memberId: memberOf(member) });
  expect(await standing(member)).toBeUndefined();
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, 'VIEWER', now())",
    [workspace.id, member.id, system.web.random.uuid()],
  );
  expect((await inAs(member)).scope.role).toBe("VIEWER");
  const { rows } = await system.owner.query("SELECT heir_account_id FROM membership WHERE account_id = $1", [
    of("OWNER").id,
  ]);
  expect(rows).toEqual([{ heir_account_id: null }]);
});

test.each([
  ["behind both walls", true],
  ["behind the filters alone, row-level security switched off", false],
])("%s, a member of another workspace is NOT_FOUND, whatever is asked of them", async (_, hasRows) => {
  for (const table of ["membership", "workspace"]) {
    await system.owner.query(`ALTER TABLE ${table} ${hasRows ? "ENABLE" : "DISABLE"} ROW LEVEL SECURITY`);
  }
  const other = await makeAccount(system);
  const theirs = await makeWorkspace(system, other);
  const { rows } = await system.owner.query<{ id: string }>("SELECT id FROM membership WHERE workspace_id = $1", [
    theirs.id,
  ]);
  const owner = await inAs(of("OWNER"));
  const foreign = { id: workspace.id, memberId: rows[0]?.id ?? expect.unreachable() };
  for (const act of [
    () => changeRole(owner, { ...foreign, role: "GUEST" }),
    () => deactivateMember(owner, foreign),
    () => removeMember(owner, foreign),
    () => removeMember(owner, { ...foreign, id: theirs.id }),
    () => leaveWorkspace(owner, { id: theirs.id }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND", meta: {} });
  }
});

test("one change at a time: none or two at once are refused", async () => {
  const owner = await inAs(of("OWNER"));
  const input = { id: workspace.id, memberId: memberOf(of("GUEST")) };
  await expect(updateMember(owner, input)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(updateMember(owner, { ...input, active: false, role: "VIEWER" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});
