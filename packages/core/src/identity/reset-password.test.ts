import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  linkTokenOf,
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
import { requestPasswordReset } from "./request-password-reset.ts";
import { resendVerification } from "./resend-verification.ts";
import { resetPassword } from "./reset-password.ts";

const NEXT = "Silver-Meadow-Kettle-58";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(() => system.clock.advance({ hours: 2 }));

async function linkFor(account: TestAccount): Promise<string> {
  await requestPasswordReset(asGuest(system.web), { email: account.email });
  return await linkTokenOf(system, account.email, "password-reset");
}

const reset = (token: string, password = NEXT) => resetPassword(asGuest(system.web), { token, password });
const enter = (account: TestAccount, password: string) =>
  signInFully(asGuest(system.web), { identifier: account.email, password });

test("a reset sets the password, ends every session of both apps, tells the owner and is audited", async () => {
  const account = await makeAccount(system, { systemRole: "ADMIN" });
  const web = await openSessionFor(system, account, system.web);
  const admin = await openSessionFor(system, account, system.admin);
  const token = await linkFor(account);
  system.clock.advance({ minutes: 1 });
  expect(await reset(token)).toEqual({ status: "done" });
  await expect(withToken(system.web, web)).rejects.toThrow("no live session");
  await expect(withToken(system.admin, admin)).rejects.toThrow("no live session");
  await expect(enter(account, TEST_PASSWORD)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  await enter(account, NEXT);
  const mails = await mailsTo(system, account.email);
  expect(mails.map(({ template }) => template)).toEqual(["password-reset", "password-reset-done"]);
  expect(mails[0]?.props).toMatchObject({ expiresInMinutes: 15 });
  expect(mails[1]?.props).toMatchObject({
    at: system.clock.now().toISOString(),
    device: "Chrome 140, Linux",
    securityLink: "http://localhost:3000/account/security",
  });
  const rows = await auditOf(system, account.id);
  expect(rows.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["account.password_reset_requested", null],
    ["account.password_reset", account.id],
    ["session.created", account.id],
  ]);
  expect(rows[1]?.detail.after).toEqual({ sessionsEnded: 2 });
});

test("the answer is the same for nobody, a suspended and a deleted account; no mail goes out", async () => {
  const suspended = await makeAccount(system, { status: "SUSPENDED" });
  const deleted = await makeAccount(system, { status: "DELETED" });
  for (const email of ["nobody@example.com", suspended.email, deleted.email]) {
    expect(await requestPasswordReset(asGuest(system.web), { email })).toEqual({ status: "accepted" });
    expect(await mailsTo(system, email)).toEqual([]);
  }
  const { rows } = await system.owner.query("SELECT 1 FROM one_time_token WHERE account_id IS NULL");
  expect(rows).toEqual([]);
});

test("a link works up to a second before 15 minutes and not a second after", async () => {
  const account = await makeAccount(system);
  const early = await linkFor(account);
  system.clock.advance({ minutes: 15, seconds: -1 });
  await reset(early);
  const late = await linkFor(account);
  system.clock.advance({ minutes: 15, seconds: 1 });
  await expect(reset(late, "Copper-Valley-Anchor-93")).rejects.toMatchObject({ code: "TOKEN_INVALID" });
  await enter(account, NEXT);
});

test("twenty callers with one link: one resets, nineteen hear that it is spent", async () => {
  const account = await makeAccount(system);
  const token = await linkFor(account);
  const { values, codes } = await twentyAtOnce((index) => reset(token, `${NEXT}-${index}`));
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("TOKEN_INVALID"));
  const done = (await mailsTo(system, account.email)).filter(({ template }) => template === "password-reset-done");
  expect(done).toHaveLength(1);
});

test("one link lives per person, also when five are asked for at once", async () => {
  const account = await makeAccount(system);
  const { values, codes } = await twentyAtOnce(() =>
    requestPasswordReset(asGuest(system.web), { email: account.email }),
  );
  expect(values).toHaveLength(5);
  expect(codes).toEqual(Array(15).fill("RATE_LIMITED"));
  const { rows } = await system.owner.query("SELECT 1 FROM one_time_token WHERE account_id = $1", [account.id]);
  expect(rows).toHaveLength(1);
});

test("a link for one purpose is not one for the other", async () => {
  const account = await makeAccount(system, { status: "PENDING" });
  await resendVerification(asGuest(system.web), { email: account.email });
  const token = await linkTokenOf(system, account.email, "verify-email");
  await expect(reset(token)).rejects.toMatchObject({ code: "TOKEN_INVALID" });
});

test("a refused password names every unmet rule and leaves the link good", async () => {
  const account = await makeAccount(system);
  const token = await linkFor(account);
  await expect(reset(token, "qzvk")).rejects.toMatchObject({
    code: "PASSWORD_REFUSED",
    meta: { rules: ["PASSWORD_TOO_SHORT", "PASSWORD_UPPER", "PASSWORD_DIGIT", "PASSWORD_SPECIAL", "PASSWORD_COMMON"] },
  });
  await expect(reset(token, TEST_PASSWORD)).rejects.toMatchObject({ meta: { rules: ["PASSWORD_REUSED"] } });
  await reset(token);
});

test("a reset proves a pending address, and its verification link is void", async () => {
  const account = await makeAccount(system, { status: "PENDING" });
  await resendVerification(asGuest(system.web), { email: account.email });
  await reset(await linkFor(account));
  expect((await enter(account, NEXT)).user.status).toBe("ACTIVE");
  const { rows } = await system.owner.query(
    "SELECT purpose, used_at IS NOT NULL AS used FROM one_time_token WHERE account_id = $1",
    [account.id],
  );
  expect(rows).toEqual([{ purpose: "PASSWORD_RESET", used: true }]);
});

test("an unknown link costs no hash", async () => {
  const { completed } = system.web.hasher.stats();
  await expect(reset("b".repeat(32))).rejects.toMatchObject({ code: "TOKEN_INVALID" });
  expect(system.web.hasher.stats().completed).toBe(completed);
});

test("a link does nothing once its account is suspended", async () => {
  const account = await makeAccount(system);
  const token = await linkFor(account);
  await system.owner.query("UPDATE account SET status = 'SUSPENDED', suspended_at = now() WHERE id = $1", [account.id]);
  await expect(resetPassword(asGuest(system.web), { token, password: NEXT })).rejects.toMatchObject({
    code: "TOKEN_INVALID",
  });
  const { rows } = await system.owner.query("SELECT used_at FROM one_time_token WHERE account_id = $1", [account.id]);
  expect(rows).toEqual([{ used_at: null }]);
});

test("a link opened in another person's session does nothing", async () => {
  const token = await linkFor(await makeAccount(system));
  const other = await asUser(system, await makeAccount(system));
  await expect(resetPassword(other, { token, password: NEXT })).rejects.toMatchObject({ code: "TOKEN_INVALID" });
});
