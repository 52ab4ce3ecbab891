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
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changePassword } from "./change-password.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";
import { stepUp } from "./step-up.ts";

const NEXT = "Silver-Meadow-Kettle-58";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(() => system.clock.advance({ hours: 2 }));

async function change(account: TestAccount, currentPassword: string, newPassword: string) {
  return await changePassword(await asUser(system, account), { currentPassword, newPassword });
}

test("a change ends the other sessions, gives this one a new token, tells the owner and is audited", async () => {
  const account = await makeAccount(system);
  const other = await openSessionFor(system, account, system.web);
  const token = await openSessionFor(system, account, system.web);
  const ctx = await withToken(system.web, token);
  const changed = await changePassword(ctx, { currentPassword: TEST_PASSWORD, newPassword: NEXT });
  await expect(withToken(system.web, other)).rejects.toThrow("no live session");
  await expect(withToken(system.web, token)).rejects.toThrow("no live session");
  const now = await withToken(system.web, changed.token);
  expect(now.actor.session.id).toBe(ctx.actor.session.id);
  expect(now.actor.session.provedAt).toEqual(system.clock.now());
  expect((await mailsTo(system, account.email)).map(({ template }) => template)).toEqual(["password-changed"]);
  expect(await auditOf(system, account.id)).toMatchObject([
    { action: "account.password_changed", actorId: account.id, detail: { after: { sessionsEnded: 1 } } },
  ]);
  await signIn(asGuest(system.web), { identifier: account.email, password: NEXT });
});

test("without the current password nothing changes, and the try is recorded", async () => {
  const account = await makeAccount(system);
  const ctx = { ...(await asUser(system, account)), requestId: "wrong-current" };
  const wrong = changePassword(ctx, { currentPassword: "wrong", newPassword: NEXT });
  await expect(wrong).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
  const { rows } = await system.owner.query(
    "SELECT kind, outcome, account_id FROM auth_attempt WHERE request_id = 'wrong-current'",
  );
  expect(rows).toEqual([{ kind: "password_change", outcome: "current_password_wrong", account_id: account.id }]);
  expect(await auditOf(system, account.id)).toEqual([]);
});

test("the last five passwords do not come back, the sixth may", async () => {
  const account = await makeAccount(system);
  const passwords = [TEST_PASSWORD, ...[1, 2, 3, 4, 5].map((number) => `${NEXT}-${number}${number}`)];
  for (let index = 1; index < 5; index++) {
    system.clock.advance({ hours: 1 });
    await change(account, passwords[index - 1] ?? "", passwords[index] ?? "");
  }
  for (const password of passwords.slice(0, 5)) {
    system.clock.advance({ hours: 1 });
    await expect(change(account, passwords[4] ?? "", password)).rejects.toMatchObject({
      code: "PASSWORD_REFUSED",
      meta: { rules: ["PASSWORD_REUSED"] },
      fields: { newPassword: ["PASSWORD_REUSED"] },
    });
  }
  await change(account, passwords[4] ?? "", passwords[5] ?? "");
  await change(account, passwords[5] ?? "", TEST_PASSWORD);
  const { rows } = await system.owner.query("SELECT 1 FROM password_history WHERE account_id = $1", [account.id]);
  expect(rows).toHaveLength(5);
});

test("twenty changes at once: one counts", async () => {
  const account = await makeAccount(system);
  const ctx = await asUser(system, account);
  const { values, codes } = await twentyAtOnce((index) =>
    changePassword(ctx, { currentPassword: TEST_PASSWORD, newPassword: `${NEXT}-${index}` }),
  );
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("CURRENT_PASSWORD_WRONG"));
  await withToken(system.web, values[0]?.token ?? "");
});

test("a change voids a reset link that is under way", async () => {
  const account = await makeAccount(system);
  await requestPasswordReset(asGuest(system.web), { email: account.email });
  const token = await linkTokenOf(system, account.email, "password-reset");
  await change(account, TEST_PASSWORD, NEXT);
  const resetting = resetPassword(asGuest(system.web), { token, password: "Copper-Valley-Anchor-93" });
  await expect(resetting).rejects.toMatchObject({ code: "TOKEN_INVALID" });
});

test("a pending account cannot change its password", async () => {
  const account = await makeAccount(system, { status: "PENDING" });
  await expect(change(account, TEST_PASSWORD, NEXT)).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
});

test("step-up proves the session anew under a new token; the old token is worth nothing", async () => {
  const account = await makeAccount(system);
  const token = await openSessionFor(system, account, system.web);
  const ctx = await withToken(system.web, token);
  system.clock.advance({ minutes: 11 });
  await expect(stepUp(ctx, { password: "wrong" })).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
  const proved = await stepUp(ctx, { password: TEST_PASSWORD });
  expect(proved.provedAt).toBe(system.clock.now().toISOString());
  await expect(withToken(system.web, token)).rejects.toThrow("no live session");
  expect((await withToken(system.web, proved.token)).actor.session.provedAt).toEqual(system.clock.now());
  expect(await auditOf(system, ctx.actor.session.id)).toMatchObject([{ action: "session.proved" }]);
});

test("twenty step-ups at once leave one token", async () => {
  const ctx = await asUser(system, await makeAccount(system));
  const { values, codes } = await twentyAtOnce(() => stepUp(ctx, { password: TEST_PASSWORD }));
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("UNAUTHENTICATED"));
});

test("prompts for the password share one limit, counted by account", async () => {
  const account = await makeAccount(system);
  const ctx = await asUser(system, account);
  for (let index = 0; index < 20; index++) await stepUp(ctx, { password: "wrong" }).catch(() => {});
  await expect(change(account, TEST_PASSWORD, NEXT)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});
