import { totpCode } from "@pronaflow/auth";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  enrol,
  mailsTo,
  makeAccount,
  openSessionFor,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { confirmMfa } from "./confirm-mfa.ts";
import { disableMfa } from "./disable-mfa.ts";
import { enableMfa } from "./enable-mfa.ts";
import { countBackupCodes, getMfaStatus } from "./queries.ts";

let system: TestSystem;
let account: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system);
});

const factorRow = async () =>
  (await system.owner.query("SELECT * FROM totp_factor WHERE account_id = $1", [account.id])).rows[0];
const now = (secret: string) => totpCode(secret, system.clock.now());
const templates = async () => (await mailsTo(system, account.email)).map(({ template }) => template);

test("the key is shown with the password, is stored sealed for its account, and guards nothing yet", async () => {
  const ctx = await asUser(system, account);
  await expect(enableMfa(ctx, { password: "wrong" })).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
  expect(await factorRow()).toBeUndefined();
  const shown = await enableMfa(ctx, { password: TEST_PASSWORD });
  expect(shown.otpauthUrl).toContain(`secret=${shown.secret}`);
  expect(shown.otpauthUrl).toContain(encodeURIComponent(account.email));
  const row = await factorRow();
  expect(JSON.stringify(row)).not.toContain(shown.secret);
  expect(system.web.keys.open(row.secret, `totp:${account.id}`)).toBe(shown.secret);
  expect(() => system.web.keys.open(row.secret, `totp:${ctx.requestId}`)).toThrow();
  expect(await getMfaStatus(ctx)).toEqual({
    enabled: false,
    since: null,
    backupCodesRemaining: 0,
    backupCodesLow: false,
    methods: [],
  });
  expect(await auditOf(system, account.id)).toMatchObject([{ action: "mfa.enrolment_begun", actorId: account.id }]);
});

test("asked again, an unconfirmed key gives way to a new one", async () => {
  const ctx = await asUser(system, account);
  const first = await enableMfa(ctx, { password: TEST_PASSWORD });
  const second = await enableMfa(ctx, { password: TEST_PASSWORD });
  expect(second.secret).not.toBe(first.secret);
  await expect(confirmMfa(ctx, { code: now(first.secret) })).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  await confirmMfa(ctx, { code: now(second.secret) });
});

test("the first code turns it on: ten codes once, this session has two factors and a new token, the others end", async () => {
  const elsewhere = await openSessionFor(system, account, system.web);
  const token = await openSessionFor(system, account, system.web);
  const ctx = await withToken(system.web, token);
  const { secret } = await enableMfa(ctx, { password: TEST_PASSWORD });
  const { backupCodes, token: rotated } = await confirmMfa(ctx, { code: now(secret) });
  expect(new Set(backupCodes).size).toBe(10);
  for (const code of backupCodes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
  for (const ended of [elsewhere, token]) {
    await expect(withToken(system.web, ended)).rejects.toThrow("no live session");
  }
  const session = await withToken(system.web, rotated);
  expect(session.actor.session).toMatchObject({ id: ctx.actor.session.id, assurance: 2, provedAt: system.clock.now() });
  expect(await getMfaStatus(session)).toEqual({
    enabled: true,
    since: system.clock.now().toISOString(),
    backupCodesRemaining: 10,
    backupCodesLow: false,
    methods: ["totp", "backup_code"],
  });
  expect(await templates()).toEqual(["mfa-enabled"]);
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "mfa.enabled",
    detail: { after: { sessionsEnded: 1 } },
  });
});

test("a wrong first code leaves everything as it was and costs no hash", async () => {
  const ctx = await asUser(system, account);
  await expect(confirmMfa(ctx, { code: "000000" })).rejects.toMatchObject({ code: "MFA_NOT_ON" });
  const { secret } = await enableMfa(ctx, { password: TEST_PASSWORD });
  const { completed } = system.web.hasher.stats();
  const wrong = now(secret) === "000000" ? "000001" : "000000";
  await expect(confirmMfa(ctx, { code: wrong })).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  expect(system.web.hasher.stats().completed).toBe(completed);
  expect(await countBackupCodes(ctx)).toEqual({ remaining: 0, isLow: false });
});

test("twenty first codes at once turn it on once, and only that one's backup codes are stored", async () => {
  const ctx = await asUser(system, account);
  const { secret } = await enableMfa(ctx, { password: TEST_PASSWORD });
  const code = now(secret);
  const { values, codes } = await twentyAtOnce(() => confirmMfa(ctx, { code }));
  expect(values).toHaveLength(1);
  expect(codes.every((refusal) => refusal === "MFA_ALREADY_ON" || refusal === "RATE_LIMITED")).toBe(true);
  const session = await withToken(system.web, values[0]?.token ?? "");
  expect(await countBackupCodes(session)).toEqual({ remaining: 10, isLow: false });
});

test("once on, no other key can be put in its place", async () => {
  const { token, code } = await enrol(system, account);
  const ctx = await withToken(system.web, token);
  const before = await factorRow();
  await expect(enableMfa(ctx, { password: TEST_PASSWORD })).rejects.toMatchObject({ code: "MFA_ALREADY_ON" });
  await expect(confirmMfa(ctx, { code: code() })).rejects.toMatchObject({ code: "MFA_ALREADY_ON" });
  expect(await factorRow()).toEqual(before);
});

test("turning it off wants password and factor, ends other sessions, and leaves this one with one factor", async () => {
  const { token, code, backupCodes } = await enrol(system, account);
  const ctx = await withToken(system.web, token);
  const other = await openSessionFor(system, account, system.admin);
  const unproven = { password: "wrong", code: code() };
  await expect(disableMfa(ctx, unproven)).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
  const wrong = { password: TEST_PASSWORD, backupCode: "a".repeat(16) };
  await expect(disableMfa(ctx, wrong)).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  const { token: rotated } = await disableMfa(ctx, { password: TEST_PASSWORD, backupCode: backupCodes[3] });
  const session = await withToken(system.web, rotated);
  expect(session.actor.session.assurance).toBe(1);
  await expect(withToken(system.admin, other)).rejects.toThrow("no live session");
  expect(await getMfaStatus(session)).toMatchObject({ enabled: false, backupCodesRemaining: 0, methods: [] });
  expect(await templates()).toEqual(["mfa-enabled", "mfa-disabled"]);
  await expect(disableMfa(session, { password: TEST_PASSWORD, code: code() })).rejects.toMatchObject({
    code: "MFA_NOT_ON",
  });
});

test("exactly one factor is given, and a code is six digits, however it is spaced", async () => {
  const { token, code, backupCodes } = await enrol(system, account);
  const ctx = await withToken(system.web, token);
  const both = { password: TEST_PASSWORD, code: code(), backupCode: backupCodes[0] };
  const misshapen = { password: TEST_PASSWORD, code: "12345" };
  for (const input of [both, { password: TEST_PASSWORD }, misshapen]) {
    await expect(disableMfa(ctx, input)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  }
  await disableMfa(ctx, { password: TEST_PASSWORD, code: ` ${code().replace(/^.../, "$& ")} ` });
});

test("a pending account cannot turn it on", async () => {
  const pending = await asUser(system, await makeAccount(system, { status: "PENDING" }));
  await expect(enableMfa(pending, { password: TEST_PASSWORD })).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
});
