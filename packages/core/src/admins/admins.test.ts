import type { SystemRole } from "@pronaflow/contract";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  giveTotp,
  inConsole,
  mailsTo,
  makeAccount,
  openSessionFor,
  openTestSystem,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/index.ts";
import type { SystemContext, UserContext } from "../kernel/context.ts";
import { changeSystemRole, findCandidate, listAdmins } from "./index.ts";

let system: TestSystem;
let boss: TestAccount;
let ctx: SystemContext & UserContext;
beforeAll(async () => {
  system = await openTestSystem();
  boss = await makeAccount(system, { systemRole: "SUPERADMIN", displayName: "Boss" });
});
afterAll(() => system.close());
beforeEach(async () => {
  ctx = await inConsole(system, boss);
});

const reason = "Joins the team on Monday";
const name = (account: TestAccount, role: SystemRole) => changeSystemRole(ctx, { accountId: account.id, role, reason });

async function isIn(token: string): Promise<boolean> {
  return await withToken(system.admin, token).then(
    () => true,
    () => false,
  );
}

test("a person is named: the audit says from what to what and why, and they are mailed with a way in", async () => {
  const ana = await makeAccount(system);
  expect(await name(ana, "ADMIN")).toEqual({ accountId: ana.id, role: "ADMIN" });
  const [row] = await auditOf(system, ana.id);
  expect(row).toMatchObject({
    action: "account.system_role_changed",
    actorId: boss.id,
    detail: { before: { systemRole: "USER" }, after: { systemRole: "ADMIN", sessionsEnded: 0 }, reason },
  });
  const [mail] = await mailsTo(system, ana.email);
  expect(mail).toMatchObject({
    template: "system-role-changed",
    props: { before: "USER", role: "ADMIN", consoleLink: system.admin.env.ADMIN_URL },
  });
  expect(String(mail?.props.notMeLink)).toMatch(/\/not-me#token=[a-z2-7]{32}$/);
  // No second factor yet: they come as far as the console's own set-up and no further.
  const entered = await signIn(asGuest(system.admin), { identifier: ana.email, password: ana.password });
  if (!("token" in entered)) return expect.unreachable();
  expect((await withToken(system.admin, entered.token)).actor.session.assurance).toBe(1);
});

test("the same role again changes nothing and mails nobody", async () => {
  const ana = await makeAccount(system, { systemRole: "SUPPORT" });
  await name(ana, "SUPPORT");
  expect(await auditOf(system, ana.id)).toEqual([]);
  expect(await mailsTo(system, ana.email)).toEqual([]);
});

test.each([
  ["ADMIN", "SUPPORT", false],
  ["ADMIN", "USER", false],
  ["SUPERADMIN", "ADMIN", false],
  ["SUPPORT", "ADMIN", true],
] as const)("from %s to %s: the sessions of the console stay: %s; those of the app always", async (from, to, stays) => {
  const ana = await makeAccount(system, { systemRole: from });
  const inside = await openSessionFor(system, ana, system.admin);
  const outside = await openSessionFor(system, ana, system.web);
  await name(ana, to);
  expect(await isIn(inside)).toBe(stays);
  expect((await withToken(system.web, outside)).actor.account.id).toBe(ana.id);
  const [row] = await auditOf(system, ana.id);
  expect(row?.detail.after).toMatchObject({ systemRole: to, sessionsEnded: stays ? 0 : 1 });
});

test("a sign-in that waits for its second step ends with a role that sinks, and opens no door afterwards", async () => {
  const ana = await makeAccount(system, { systemRole: "ADMIN" });
  await giveTotp(system, ana);
  await signIn(asGuest(system.admin), { identifier: ana.email, password: ana.password });
  await name(ana, "USER");
  const { rows } = await system.owner.query("SELECT 1 FROM sign_in_challenge WHERE account_id = $1", [ana.id]);
  expect(rows).toEqual([]);
  await expect(signIn(asGuest(system.admin), { identifier: ana.email, password: ana.password })).rejects.toMatchObject({
    code: "INVALID_CREDENTIALS",
  });
});

test.each(["SUPPORT", "ADMIN"] as const)("a %s names nobody, lists nobody and looks nobody up", async (systemRole) => {
  const theirs = await inConsole(system, await makeAccount(system, { systemRole }));
  const refused = { code: "FORBIDDEN", meta: { permission: "admins.name", grantedBy: ["SUPERADMIN"] } };
  await expect(changeSystemRole(theirs, { accountId: boss.id, role: "USER", reason })).rejects.toMatchObject(refused);
  await expect(listAdmins(theirs, {})).rejects.toMatchObject(refused);
  await expect(findCandidate(theirs, { identifier: boss.email })).rejects.toMatchObject(refused);
});

test("a proof that is over ten minutes old, a reason that says nothing and an account that is not there are refused", async () => {
  const ana = await makeAccount(system);
  await expect(changeSystemRole(ctx, { accountId: ana.id, role: "ADMIN", reason: "ok" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fields: { reason: ["REASON_LENGTH"] },
  });
  const nobody = system.admin.random.uuid();
  await expect(changeSystemRole(ctx, { accountId: nobody, role: "ADMIN", reason })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  system.clock.advance({ minutes: 11 });
  await expect(name(ana, "ADMIN")).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test.each(["PENDING", "SUSPENDED", "DELETED", "LEAVING"])("an account that is %s gets no role", async (state) => {
  const status = state === "LEAVING" ? "ACTIVE" : (state as "PENDING");
  const ana = await makeAccount(system, { status });
  if (state === "LEAVING")
    await system.owner.query("UPDATE account SET deletion_due_at = now() WHERE id = $1", [ana.id]);
  const code = state === "DELETED" ? "NOT_FOUND" : "ACCOUNT_NOT_ACTIVE";
  await expect(name(ana, "SUPPORT")).rejects.toMatchObject({ code });
});

test("from one who is suspended it can be taken away, and they do not count as someone who names admins", async () => {
  const ana = await makeAccount(system, { systemRole: "SUPERADMIN", status: "SUSPENDED" });
  await expect(name(boss, "ADMIN")).rejects.toMatchObject({ code: "LAST_SUPERADMIN" });
  await expect(name(ana, "SUPERADMIN")).resolves.toMatchObject({ role: "SUPERADMIN" });
  await name(ana, "USER");
  expect(await auditOf(system, ana.id)).toHaveLength(1);
});

test("who has a role is listed, the strongest first, page by page, with what one wants to know of them", async () => {
  const [cleo, bob] = [
    await makeAccount(system, { systemRole: "SUPPORT", displayName: "Cleo Listed", username: "listed-cleo" }),
    await makeAccount(system, { systemRole: "ADMIN", displayName: "Bob Listed", username: "listed-bob" }),
  ];
  await makeAccount(system, { displayName: "Nora Listed" });
  await makeAccount(system, { systemRole: "ADMIN", status: "DELETED", displayName: "Dora Listed" });
  await giveTotp(system, bob);
  await openSessionFor(system, bob, system.admin);
  const first = await listAdmins(ctx, { q: "Listed", limit: 1 });
  expect(first.items).toEqual([
    {
      id: bob.id,
      displayName: "Bob Listed",
      username: "listed-bob",
      email: bob.email,
      role: "ADMIN",
      status: "ACTIVE",
      hasSecondFactor: true,
      lastSeenAt: system.clock.now().toISOString(),
      isLastSuperadmin: false,
    },
  ]);
  // Whoever ended the page may have another role by now: the next one goes on where it stopped.
  await name(bob, "USER");
  const second = await listAdmins(ctx, { q: "Listed", limit: 1, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({
    items: [{ id: cleo.id, role: "SUPPORT", hasSecondFactor: false, lastSeenAt: null }],
    nextCursor: null,
  });
  expect((await listAdmins(ctx, { q: "LISTED-C" })).items.map(({ id }) => id)).toEqual([cleo.id]);
  expect((await listAdmins(ctx, { role: "SUPERADMIN", q: "boss" })).items).toMatchObject([{ isLastSuperadmin: true }]);
  await expect(listAdmins(ctx, { cursor: "bm9uc2Vuc2U" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("a person is found by a whole address or username, however it is written, and by no part of one", async () => {
  const ana = await makeAccount(system, { username: "candidate-ana", email: "Candidate.Ana@example.com" });
  const found = { id: ana.id, role: "USER", status: "ACTIVE", hasSecondFactor: false };
  expect(await findCandidate(ctx, { identifier: " candidate.ANA@example.com " })).toMatchObject(found);
  expect(await findCandidate(ctx, { identifier: "Candidate-Ana" })).toMatchObject(found);
  for (const identifier of ["candidate", "candidate.ana@example.co", "%", "candidate_ana"]) {
    await expect(findCandidate(ctx, { identifier })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});
