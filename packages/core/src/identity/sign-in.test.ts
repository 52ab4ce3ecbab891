import { createHasher, openNicedHasher } from "@pronaflow/auth";
import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  signInFully,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { identityRates } from "./identity-rates.ts";
import { getMe } from "./queries.ts";
import { signOut } from "./sign-out.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(() => system.clock.advance({ hours: 1 }));

const attemptsOf = async (requestId: string) =>
  (
    await system.owner.query("SELECT kind, outcome, account_id FROM auth_attempt WHERE request_id = $1 ORDER BY kind", [
      requestId,
    ])
  ).rows;

test("email or username with the password opens a session whose token names the person", async () => {
  const account = await makeAccount(system);
  for (const identifier of [account.email.toUpperCase(), ` ${account.username.toUpperCase()}`]) {
    const signedIn = await signInFully(asGuest(system.web), { identifier, password: TEST_PASSWORD });
    expect(signedIn).toMatchObject({ user: { id: account.id, status: "ACTIVE" }, lastWorkspaceSlug: null });
    const me = await getMe(await withToken(system.web, signedIn.token));
    expect(me.user.email).toBe(account.email);
    expect(me.session.expiresAt).toBe(signedIn.expiresAt);
  }
  const rows = await auditOf(system, account.id);
  expect(rows.map(({ action, actorId }) => [action, actorId])).toEqual(Array(2).fill(["session.created", account.id]));
});

test("one refusal for every reason, each recorded with its outcome", async () => {
  const account = await makeAccount(system);
  const suspended = await makeAccount(system, { status: "SUSPENDED" });
  const deleted = await makeAccount(system, { status: "DELETED" });
  const passwordless = await makeAccount(system);
  await system.owner.query("UPDATE account SET password_hash = NULL WHERE id = $1", [passwordless.id]);
  const tries = [
    { identifier: "no-such-person", password: TEST_PASSWORD, id: null },
    { identifier: account.email, password: `${TEST_PASSWORD} `, id: account.id },
    { identifier: suspended.email, password: TEST_PASSWORD, id: suspended.id },
    { identifier: deleted.username, password: TEST_PASSWORD, id: deleted.id },
    { identifier: passwordless.email, password: TEST_PASSWORD, id: passwordless.id },
  ];
  for (const [index, { id, ...input }] of tries.entries()) {
    const requestId = `refused-${index}`;
    const { completed } = system.web.hasher.stats();
    await expect(signInFully(asGuest(system.web, { requestId }), input)).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
      meta: {},
      fields: undefined,
    });
    // One hash each, of the real password or of the decoy: time does not tell.
    expect(system.web.hasher.stats().completed - completed).toBe(1);
    expect(await attemptsOf(requestId)).toEqual([{ kind: "sign_in", outcome: "invalid_credentials", account_id: id }]);
  }
});

test("é typed as one code point or as two is one password", async () => {
  const account = await makeAccount(system, { password: "Caf\u00e9-Harbour-Lantern-42" });
  await signInFully(asGuest(system.web), { identifier: account.email, password: "Cafe\u0301-Harbour-Lantern-42" });
});

test("a password does not expire: after 400 days it still signs in", async () => {
  const account = await makeAccount(system);
  system.clock.advance({ days: 400 });
  await signInFully(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
});

test("a pending account signs in; a suspension that has run out ends at sign-in, one that has not does not", async () => {
  const pending = await makeAccount(system, { status: "PENDING" });
  const output = await signInFully(asGuest(system.web), { identifier: pending.email, password: TEST_PASSWORD });
  expect(output.user.status).toBe("PENDING");
  const suspended = await makeAccount(system, { status: "SUSPENDED" });
  const until = new Date(system.clock.now().getTime() + 60_000);
  await system.owner.query("UPDATE account SET suspended_until = $2 WHERE id = $1", [suspended.id, until]);
  const input = { identifier: suspended.email, password: TEST_PASSWORD };
  await expect(signInFully(asGuest(system.web), input)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  system.clock.advance({ minutes: 1 });
  expect((await signInFully(asGuest(system.web), input)).user.status).toBe("ACTIVE");
  expect((await auditOf(system, suspended.id)).at(-1)?.detail.after).toMatchObject({ suspensionEnded: true });
});

test("the console lets in only people with a console role, and its ledger knows who was at the wrong door", async () => {
  const user = await makeAccount(system);
  const input = { identifier: user.email, password: TEST_PASSWORD };
  const denied = signInFully(asGuest(system.admin, { requestId: "wrong-door" }), input);
  await expect(denied).rejects.toMatchObject({ code: "INVALID_CREDENTIALS", meta: {} });
  expect(await attemptsOf("wrong-door")).toEqual([
    { kind: "console_denied", outcome: "invalid_credentials", account_id: user.id },
    { kind: "sign_in", outcome: "invalid_credentials", account_id: user.id },
  ]);
  const support = await makeAccount(system, { systemRole: "SUPPORT" });
  const { token } = await signInFully(asGuest(system.admin), { identifier: support.email, password: TEST_PASSWORD });
  await withToken(system.admin, token);
  await expect(withToken(system.web, token)).rejects.toThrow("no live session");
});

test("an unverified address does not enter the console, whatever its role", async () => {
  const admin = await makeAccount(system, { systemRole: "ADMIN", status: "PENDING" });
  const entering = signInFully(asGuest(system.admin), { identifier: admin.email, password: TEST_PASSWORD });
  await expect(entering).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
});

test("the last workspace opens again, unless it is theirs no more", async () => {
  const account = await makeAccount(system);
  const workspace = await makeWorkspace(system, await makeAccount(system), [{ account, role: "MEMBER" }]);
  await system.owner.query("UPDATE account SET last_workspace_id = $2 WHERE id = $1", [account.id, workspace.id]);
  const input = { identifier: account.email, password: TEST_PASSWORD };
  expect((await signInFully(asGuest(system.web), input)).lastWorkspaceSlug).toBe(workspace.slug);
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE account_id = $1", [account.id]);
  expect((await signInFully(asGuest(system.web), input)).lastWorkspaceSlug).toBeNull();
});

test("a hash of weaker parameters is made anew at sign-in, in the history too", async () => {
  const account = await makeAccount(system);
  const weak = await createHasher({ cost: { memoryKib: 8192, passes: 1, lanes: 1 } }).hash(TEST_PASSWORD);
  await system.owner.query("UPDATE account SET password_hash = $2 WHERE id = $1", [account.id, weak]);
  await system.owner.query("UPDATE password_history SET hash = $2 WHERE account_id = $1", [account.id, weak]);
  const { codes } = await twentyAtOnce(() =>
    signInFully(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD }),
  );
  expect(codes).toEqual([]);
  const { rows } = await system.owner.query(
    "SELECT a.password_hash, h.hash FROM account a JOIN password_history h ON h.account_id = a.id WHERE a.id = $1",
    [account.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].password_hash).toMatch(/m=19456,t=2,p=1/);
  expect(rows[0].hash).toBe(rows[0].password_hash);
});

test("two hundred tries in ten minutes from one address, counted by /64, then it waits", async () => {
  const input = { identifier: "nobody", password: "" };
  const blocked = { ...system.web, hasher: { ...system.web.hasher, verifyDecoy: async () => false as const } };
  const at = (last: number) => asGuest(blocked, { ip: `2001:db8:1:2::${last.toString(16)}` });
  for (let index = 0; index < 180; index++) await takeRateByAddress(at(index + 1), identityRates.signInByAddress);
  const { codes } = await twentyAtOnce((index) => signInFully(at(index + 200), { ...input, password: "wrong" }));
  expect(codes).toEqual(Array(20).fill("INVALID_CREDENTIALS"));
  await expect(signInFully(at(999), { ...input, password: "wrong" })).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("a full hasher says busy", async () => {
  const full = { ...system.web, hasher: createHasher({ concurrency: 1, queueLimit: 0 }) };
  const { codes } = await twentyAtOnce(() =>
    signInFully(asGuest(full), { identifier: "nobody", password: TEST_PASSWORD }),
  );
  expect(codes).toContain("BUSY");
  expect(codes.every((code) => code === "BUSY" || code === "INVALID_CREDENTIALS")).toBe(true);
});

test("a hasher that goes while it holds passwords is a passing trouble, and the next one is served", async () => {
  const [account, other] = [await makeAccount(system), await makeAccount(system)];
  const hasher = openNicedHasher(1);
  const web = { ...system.web, hasher };
  const held = twentyAtOnce(() =>
    signInFully(asGuest(web), { identifier: other.email, password: `${TEST_PASSWORD}!` }),
  );
  await expect.poll(() => hasher.stats().completed, { interval: 1, timeout: 20_000 }).toBeGreaterThan(0);
  hasher.close();
  const { codes } = await held;
  expect(codes).toContain("UNAVAILABLE");
  expect(codes.every((code) => code === "UNAVAILABLE" || code === "INVALID_CREDENTIALS")).toBe(true);
  const right = { identifier: account.email, password: TEST_PASSWORD };
  expect(await signInFully(asGuest(web), right)).toMatchObject({ user: { id: account.id } });
  hasher.close();
});

test("signing out ends the session on the server; the token is worth nothing", async () => {
  const account = await makeAccount(system, { status: "PENDING" });
  const { token } = await signInFully(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
  const ctx = await withToken(system.web, token);
  expect(await signOut(ctx, {})).toEqual({ status: "done" });
  await expect(withToken(system.web, token)).rejects.toThrow("no live session");
  expect(await auditOf(system, ctx.actor.session.id)).toMatchObject([{ action: "session.ended", actorId: account.id }]);
  await signOut(ctx, {});
  expect(await auditOf(system, ctx.actor.session.id)).toHaveLength(1);
});
