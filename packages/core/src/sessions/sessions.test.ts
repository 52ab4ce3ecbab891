import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  mailsTo,
  makeAccount,
  openSessionFor,
  openTestSystem,
  signInFully,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listSessions } from "./queries.ts";
import { revokeSession } from "./revoke-session.ts";
import { revokeSessions } from "./revoke-sessions.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(() => system.clock.advance({ hours: 1 }));

const enter = (account: TestAccount, services = system.web) =>
  signInFully(asGuest(services), { identifier: account.email, password: TEST_PASSWORD });
const isLive = (token: string, services = system.web) =>
  withToken(services, token).then(
    () => true,
    () => false,
  );

const evictionsTold = async (account: TestAccount) =>
  (await mailsTo(system, account.email)).filter(({ template }) => template === "session-evicted");

test("the sixth sign-in ends the oldest session, over both apps, and tells the owner", async () => {
  const account = await makeAccount(system, { systemRole: "ADMIN" });
  const oldest = await enter(account, system.admin);
  system.clock.advance({ minutes: 1 });
  const others: { token: string }[] = [];
  for (let index = 0; index < 4; index++) {
    others.push(await enter(account));
    system.clock.advance({ minutes: 1 });
  }
  expect(await isLive(oldest.token, system.admin)).toBe(true);
  const sixth = await enter(account);
  expect(await isLive(oldest.token, system.admin)).toBe(false);
  for (const { token } of [...others, sixth]) expect(await isLive(token)).toBe(true);
  expect(await evictionsTold(account)).toMatchObject([
    { template: "session-evicted", props: { device: "Chrome 140, Linux", displayName: account.displayName } },
  ]);
  const created = (await auditOf(system, account.id)).at(-1);
  expect(created?.detail.after?.evictedIds).toHaveLength(1);
});

test("twenty sign-ins at once leave five sessions and fifteen mails", async () => {
  const account = await makeAccount(system);
  const { values } = await twentyAtOnce(() => enter(account));
  expect(values).toHaveLength(20);
  const { rows } = await system.owner.query("SELECT 1 FROM session WHERE account_id = $1", [account.id]);
  expect(rows).toHaveLength(5);
  expect(await evictionsTold(account)).toHaveLength(15);
});

test("sessions that have run out make room for nobody: they do not count", async () => {
  const account = await makeAccount(system);
  for (let index = 0; index < 5; index++) await enter(account);
  system.clock.advance({ days: 8 });
  await enter(account);
  expect(await evictionsTold(account)).toEqual([]);
});

test("a session lives 7 days without use, to the second", async () => {
  const account = await makeAccount(system);
  const kept = await openSessionFor(system, account, system.web);
  system.clock.advance({ days: 7, seconds: -1 });
  expect(await isLive(kept)).toBe(true);
  const lost = await openSessionFor(system, account, system.web);
  system.clock.advance({ days: 7, seconds: 1 });
  expect(await isLive(lost)).toBe(false);
});

test("a session used every day ends after 30 days, one of the console after 12 hours", async () => {
  const account = await makeAccount(system, { systemRole: "SUPPORT" });
  const web = await openSessionFor(system, account, system.web);
  for (let day = 1; day < 30; day++) {
    system.clock.advance({ days: 1 });
    expect(await isLive(web)).toBe(true);
  }
  system.clock.advance({ days: 1, seconds: -1 });
  expect(await isLive(web)).toBe(true);
  system.clock.advance({ seconds: 2 });
  expect(await isLive(web)).toBe(false);
  const admin = await openSessionFor(system, account, system.admin);
  for (let step = 1; step < 24; step++) {
    system.clock.advance({ minutes: 30 });
    expect(await isLive(admin, system.admin)).toBe(true);
  }
  system.clock.advance({ minutes: 30, seconds: 1 });
  expect(await isLive(admin, system.admin)).toBe(false);
});

test("use is written at most every five minutes", async () => {
  const account = await makeAccount(system);
  const { token } = await enter(account);
  const seenAt = async () => (await withToken(system.web, token)).actor.session.lastSeenAt.getTime();
  const first = await seenAt();
  system.clock.advance({ minutes: 5, seconds: -1 });
  expect(await seenAt()).toBe(first);
  system.clock.advance({ seconds: 1 });
  expect(await seenAt()).toBe(system.clock.now().getTime());
});

test("the list shows device, place and which one asks, and no token", async () => {
  const account = await makeAccount(system);
  const placed = { ...system.web, places: { lookup: () => ({ city: "Hanoi", country: "VN", point: null }) } };
  const { token } = await enter(account, placed);
  system.clock.advance({ minutes: 1 });
  await enter(account);
  const ctx = await withToken(system.web, token);
  const sessions = await listSessions(ctx);
  expect(sessions.map(({ current }) => current)).toEqual([false, true]);
  expect(sessions[1]).toMatchObject({
    id: ctx.actor.session.id,
    browser: "Chrome 140",
    os: "Linux",
    device: "desktop",
    ip: "203.0.113.7",
    city: "Hanoi",
    country: "VN",
  });
  expect(JSON.stringify(sessions)).not.toMatch(/token/i);
});

test("a revoked session is refused on its next request; someone else's looks like none", async () => {
  const account = await makeAccount(system);
  const ctx = await asUser(system, account);
  const { token } = await enter(account);
  const sessionId = (await withToken(system.web, token)).actor.session.id;
  const stranger = await asUser(system, await makeAccount(system));
  await expect(revokeSession(stranger, { sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await isLive(token)).toBe(true);
  expect(await revokeSession(ctx, { sessionId })).toEqual({ status: "done" });
  expect(await isLive(token)).toBe(false);
  await expect(revokeSession(ctx, { sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await auditOf(system, sessionId)).toMatchObject([{ action: "session.revoked", actorId: account.id }]);
});

test("the others, or all, end at once; what ended nothing leaves no audit row", async () => {
  const account = await makeAccount(system);
  const [one, two] = [(await enter(account)).token, (await enter(account)).token];
  const ctx = await withToken(system.web, one);
  await revokeSessions(ctx, { keepCurrent: true });
  expect([await isLive(one), await isLive(two)]).toEqual([true, false]);
  await revokeSessions(ctx, { keepCurrent: true });
  await revokeSessions(ctx, {});
  expect(await isLive(one)).toBe(false);
  const rows = (await auditOf(system, account.id)).filter(({ action }) => action === "sessions.revoked");
  expect(rows).toMatchObject([{ detail: { after: { ended: 1 } } }, { detail: { after: { ended: 1, keptId: null } } }]);
});

test("an account that is suspended or deleted has no live session from its next request on", async () => {
  const account = await makeAccount(system);
  const { token } = await enter(account);
  await system.owner.query("UPDATE account SET status = 'SUSPENDED' WHERE id = $1", [account.id]);
  expect(await isLive(token)).toBe(false);
});
