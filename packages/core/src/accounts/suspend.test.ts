import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  inConsole,
  mailsTo,
  makeAccount,
  openSessionFor,
  openTestSystem,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/index.ts";
import { runTask } from "../jobs/run-task.ts";
import type { SystemContext, UserContext } from "../kernel/context.ts";
import { endAccountSessions, findSystemAccount, reactivateAccount, suspendAccount } from "./index.ts";

let system: TestSystem;
let boss: TestAccount;
let ana: TestAccount;
let ctx: SystemContext & UserContext;
beforeAll(async () => {
  system = await openTestSystem();
  boss = await makeAccount(system, { systemRole: "ADMIN", displayName: "Boss" });
});
afterAll(() => system.close());
beforeEach(async () => {
  ctx = await inConsole(system, boss);
  ana = await makeAccount(system, { displayName: "Ana" });
});

const reason = "Spam was sent from it";
const inDays = (days: number) => new Date(system.clock.now().getTime() + days * 86_400_000).toISOString();
const suspend = (id: string, until?: string) => suspendAccount(ctx, { id, reason, ...(until ? { until } : {}) });
const enter = (account: TestAccount) =>
  signIn(asGuest(system.web), { identifier: account.email, password: account.password });
const statusOf = async ({ id }: TestAccount) =>
  (await system.owner.query("SELECT status, suspended_until, suspended_reason FROM account WHERE id = $1", [id]))
    .rows[0];
const count = async (sql: string, id: string): Promise<number> => (await system.owner.query(sql, [id])).rows[0].count;

test("whoever is suspended is out of both apps with the next call, cannot come back, and is mailed why and until when", async () => {
  const inside = await openSessionFor(system, ana, system.web);
  const until = inDays(7);
  expect(await suspend(ana.id, until)).toEqual({
    id: ana.id,
    sessionsEnded: 1,
    workspaces: { passed: 0, ownerless: 0 },
  });
  await expect(withToken(system.web, inside)).rejects.toThrow();
  await expect(enter(ana)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  expect((await auditOf(system, ana.id)).at(-1)).toMatchObject({
    action: "account.suspended",
    actorId: boss.id,
    detail: { before: { status: "ACTIVE" }, after: { status: "SUSPENDED", until, sessionsEnded: 1 }, reason },
  });
  expect((await mailsTo(system, ana.email)).at(-1)).toMatchObject({
    template: "account-suspended",
    props: { displayName: "Ana", why: reason, until },
  });
});

test("half-finished sign-ins, trust in devices and mailed links end with it; what was begun opens nothing afterwards", async () => {
  const now = system.clock.now();
  const later = new Date(now.getTime() + 3_600_000);
  const hash = (letter: string) => Buffer.from(letter.repeat(64), "hex");
  await system.owner.query(
    `INSERT INTO known_device (id, account_id, token_hash, first_seen_at, last_seen_at, trusted_until)
     VALUES (gen_random_uuid(), $1, $2, $3, $3, $4)`,
    [ana.id, hash("a"), now, later],
  );
  await system.owner.query(
    `INSERT INTO sign_in_challenge (id, token_hash, account_id, audience, way, created_at, expires_at)
     VALUES (gen_random_uuid(), $2, $1, 'WEB', 'password', $3, $4)`,
    [ana.id, hash("b"), now, later],
  );
  await system.owner.query(
    `INSERT INTO one_time_token (id, purpose, account_id, address, token_hash, created_at, expires_at)
     VALUES (gen_random_uuid(), 'PASSWORD_RESET', $1, $5, $2, $3, $4)`,
    [ana.id, hash("c"), now, later, ana.email],
  );
  await suspend(ana.id);
  for (const sql of [
    "SELECT count(*)::integer FROM known_device WHERE account_id = $1 AND trusted_until IS NOT NULL",
    "SELECT count(*)::integer FROM sign_in_challenge WHERE account_id = $1",
    "SELECT count(*)::integer FROM one_time_token WHERE account_id = $1 AND used_at IS NULL",
  ])
    expect(await count(sql, ana.id)).toBe(0);
});

test("lifted, they sign in as before and are mailed; a second time there is nothing to lift", async () => {
  await suspend(ana.id);
  expect(await reactivateAccount(ctx, { id: ana.id, reason: "It was a mistake" })).toEqual({ id: ana.id });
  expect(await statusOf(ana)).toEqual({ status: "ACTIVE", suspended_until: null, suspended_reason: null });
  expect(await enter(ana)).toHaveProperty("token");
  expect((await mailsTo(system, ana.email)).map(({ template }) => template)).toContain("account-reactivated");
  await expect(reactivateAccount(ctx, { id: ana.id, reason })).rejects.toMatchObject({ code: "ACCOUNT_NOT_SUSPENDED" });
});

test("its day come, a suspension ends at sign-in to the millisecond, and by the worker, once", async () => {
  const bo = await makeAccount(system);
  const until = inDays(1);
  await suspend(ana.id, until);
  await suspend(bo.id, until);
  system.clock.set(new Date(Date.parse(until) - 1));
  await runTask(system.admin, "suspensions.end");
  await expect(enter(ana)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  system.clock.advance({ milliseconds: 1 });
  expect(await enter(ana)).toHaveProperty("token");
  await runTask(system.admin, "suspensions.end");
  await runTask(system.admin, "suspensions.end");
  expect(await statusOf(bo)).toMatchObject({ status: "ACTIVE", suspended_until: null });
  const acts = (await auditOf(system, bo.id)).map(({ action }) => action);
  expect(acts.filter((action) => action === "account.suspension_ended")).toHaveLength(1);
  ctx = await inConsole(system, boss);
  expect(await findSystemAccount(ctx, { id: ana.id })).toMatchObject({ status: "ACTIVE", suspension: null });
});

test("an end that is over, or more than a year away, is refused with its field and changes nothing", async () => {
  for (const [until, code] of [
    [inDays(0), "END_PASSED"],
    [inDays(400), "DATE_TOO_FAR"],
  ] as const)
    await expect(suspend(ana.id, until)).rejects.toMatchObject({ code: "INVALID_INPUT", fields: { until: [code] } });
  expect(await statusOf(ana)).toMatchObject({ status: "ACTIVE" });
});

test("an account that was never verified is so again afterwards; one that is gone is nobody", async () => {
  const pending = await makeAccount(system, { status: "PENDING" });
  await suspend(pending.id);
  await reactivateAccount(ctx, { id: pending.id, reason });
  expect(await statusOf(pending)).toMatchObject({ status: "PENDING" });
  const gone = await makeAccount(system, { status: "DELETED" });
  for (const act of [suspendAccount, reactivateAccount, endAccountSessions])
    await expect(act(ctx, { id: gone.id, reason })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test.each([
  ["ADMIN", "SUPPORT", null],
  ["ADMIN", "ADMIN", "ACCOUNT_OUT_OF_REACH"],
  ["ADMIN", "SUPERADMIN", "ACCOUNT_OUT_OF_REACH"],
  ["SUPERADMIN", "SUPERADMIN", null],
  ["SUPPORT", "USER", "FORBIDDEN"],
] as const)("%s reaches an account of %s: %s", async (by, of, code) => {
  ctx = await inConsole(system, await makeAccount(system, { systemRole: by }));
  const other = await makeAccount(system, { systemRole: of });
  for (const act of [endAccountSessions, suspendAccount, reactivateAccount]) {
    const done = act(ctx, { id: other.id, reason });
    await (code ? expect(done).rejects.toMatchObject({ code }) : done);
  }
});

test("nobody does it to themselves, not without a fresh proof, and not twice", async () => {
  for (const act of [suspendAccount, endAccountSessions])
    await expect(act(ctx, { id: boss.id, reason })).rejects.toMatchObject({ code: "ACCOUNT_IS_YOURS" });
  await suspend(ana.id);
  await expect(suspend(ana.id)).rejects.toMatchObject({ code: "ACCOUNT_SUSPENDED" });
  system.clock.advance({ minutes: 11 });
  for (const act of [suspendAccount, reactivateAccount, endAccountSessions])
    await expect(act(ctx, { id: ana.id, reason })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("the sessions of somebody end, all of both apps or one of them; another's cannot be named by their page", async () => {
  const helper = await makeAccount(system, { systemRole: "SUPPORT" });
  const [web, admin] = [
    await openSessionFor(system, helper, system.web),
    await openSessionFor(system, helper, system.admin),
  ];
  const { id: webId } = (await withToken(system.web, web)).actor.session;
  await expect(endAccountSessions(ctx, { id: ana.id, sessionId: webId, reason })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await endAccountSessions(ctx, { id: helper.id, sessionId: webId, reason })).toMatchObject({ ended: 1 });
  await expect(withToken(system.web, web)).rejects.toThrow();
  await withToken(system.admin, admin);
  expect(await endAccountSessions(ctx, { id: helper.id, reason })).toMatchObject({ ended: 1 });
  await expect(withToken(system.admin, admin)).rejects.toThrow();
  // Nothing left to end: nobody is told.
  expect(await endAccountSessions(ctx, { id: helper.id, reason })).toMatchObject({ ended: 0 });
  const told = (await mailsTo(system, helper.email)).filter(({ template }) => template === "sessions-ended");
  expect(told).toHaveLength(2);
  expect(told.at(-1)?.props).toMatchObject({ count: 1, why: reason });
  const acts = (await auditOf(system, helper.id)).filter(({ action }) => action === "account.sessions_ended");
  expect(acts).toHaveLength(2);
});
