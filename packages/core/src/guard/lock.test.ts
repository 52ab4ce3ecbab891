import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changePassword, requestPasswordReset, resetPassword, signIn, stepUp } from "../identity/index.ts";
import { unlockAccount } from "./index.ts";

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

/** One try, from an address of its own; null where it opened a session. */
async function guess(password: string, identifier = account.email, deviceToken: string | null = null) {
  const ip = `203.0.113.${Math.floor(system.web.random.bytes(1)[0] ?? 0)}`;
  return await signIn(asGuest(system.web, { deviceToken, ip }), { identifier, password }).then(
    (entered) => ("token" in entered ? null : "mfa"),
    (error: { code?: string }) => error.code ?? String(error),
  );
}

async function fail(times: number, identifier = account.email, deviceToken: string | null = null) {
  for (let count = 0; count < times; count++) {
    expect(await guess(`Wrong-guess-${count}!`, identifier, deviceToken)).toBe("INVALID_CREDENTIALS");
  }
}

const opens = async (deviceToken: string | null = null) =>
  (await guess(TEST_PASSWORD, account.email, deviceToken)) === null;

const lockMails = async () =>
  (await mailsTo(system, account.email)).filter((mail) => mail.template === "sign-in-locked");

const actionsOf = async () => (await auditOf(system, account.id)).map(({ action }) => action);

async function unlockTokenOf() {
  const link = String((await lockMails()).at(-1)?.props.unlockLink ?? "");
  return /\/unlock#token=([a-z2-7]{32})$/.exec(link)?.[1] ?? expect.unreachable("no unlock link was mailed");
}

test("fifty guesses at once are fifty in a row: five are counted, and the right one is let in before that or not at all", async () => {
  const guesses = Array.from({ length: 50 }, (_, index) => (index === 30 ? TEST_PASSWORD : `Wrong-guess-${index}!`));
  const answers = await Promise.all(guesses.map((password) => guess(password)));
  expect(new Set(answers.filter((_, index) => index !== 30))).toEqual(new Set(["INVALID_CREDENTIALS"]));
  const { rows } = await system.owner.query(
    "SELECT cardinality(failed_at) AS failures, in_row, locked_until FROM credential_guard WHERE account_id = $1",
    [account.id],
  );
  // After a success counting begins anew; either way the lock stands on exactly five.
  expect(rows).toEqual([
    { failures: 5, in_row: 5, locked_until: new Date(system.clock.now().getTime() + 15 * 60 * 1000) },
  ]);
  expect(await opens()).toBe(false);
  expect(await lockMails()).toHaveLength(1);
});

test("the right password among forty-nine wrong ones is refused once five of them were judged", async () => {
  await fail(4);
  const answers = await Promise.all([
    ...Array.from({ length: 25 }, (_, index) => guess(`Wrong-guess-${index}!`)),
    ...Array.from({ length: 25 }, () => guess("Another-wrong-9!")),
  ]);
  expect(new Set(answers)).toEqual(new Set(["INVALID_CREDENTIALS"]));
  expect(await opens()).toBe(false);
  expect((await actionsOf()).filter((action) => action === "account.locked")).toHaveLength(1);
});

test("it is locked for fifteen minutes to the second, the right password too, and tries meanwhile do not stretch it", async () => {
  await fail(5);
  system.clock.advance({ minutes: 14, seconds: 59 });
  await fail(6);
  expect(await opens()).toBe(false);
  system.clock.advance({ seconds: 1 });
  expect(await opens()).toBe(true);
  expect(await lockMails()).toHaveLength(1);
});

test("the window is ten minutes to the second", async () => {
  await fail(1);
  system.clock.advance({ minutes: 9, seconds: 59 });
  await fail(4);
  expect(await opens()).toBe(false);
  account = await makeAccount(system);
  await fail(1);
  system.clock.advance({ minutes: 10 });
  await fail(4);
  expect(await opens()).toBe(true);
});

test("failures are counted by account, whatever was typed", async () => {
  const typed = [account.email, account.username, account.email.toUpperCase(), ` ${account.username.toUpperCase()} `];
  for (const identifier of [...typed, account.username]) await fail(1, identifier);
  expect(await opens()).toBe(false);
  const [mail] = await lockMails();
  expect(mail?.props).toMatchObject({ lockedUntil: new Date(system.clock.now().getTime() + 900_000).toISOString() });
});

test("a success resets the count", async () => {
  await fail(4);
  expect(await opens()).toBe(true);
  await fail(4);
  expect(await opens()).toBe(true);
});

test("a known device has its own budget: others' failures leave it alone, its own lock it alone", async () => {
  const entered = await signIn(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
  const device = "deviceToken" in entered ? entered.deviceToken : null;
  await fail(5);
  expect(await opens(null)).toBe(false);
  expect(await opens("a".repeat(32))).toBe(false);
  expect(await opens(device)).toBe(true);
  // The owner's success does not hand the guesser new tries.
  expect(await opens(null)).toBe(false);
  await fail(5, account.email, device);
  expect(await opens(device)).toBe(false);
  system.clock.advance({ minutes: 15 });
  await fail(5, account.email, device);
  expect(await opens(null)).toBe(true);
});

test("a device that another account knows is none of this one's", async () => {
  const other = await makeAccount(system);
  const entered = await signIn(asGuest(system.web), { identifier: other.email, password: TEST_PASSWORD });
  const device = "deviceToken" in entered ? entered.deviceToken : null;
  await fail(5, account.email, device);
  expect(await opens(null)).toBe(false);
});

test("a lock leaves live sessions alone, and prompts for the password share its count", async () => {
  const ctx = await asUser(system, account);
  for (let count = 0; count < 3; count++) {
    await expect(stepUp(ctx, { password: "Wrong-guess-1!" })).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
  }
  await fail(2);
  expect(await opens()).toBe(false);
  const waiting = { code: "RATE_LIMITED", meta: { retryAfterSeconds: 900 } };
  await expect(stepUp(ctx, { password: TEST_PASSWORD })).rejects.toMatchObject(waiting);
  await expect(stepUp(ctx, { password: "Wrong-guess-1!" })).rejects.toMatchObject(waiting);
  const change = { currentPassword: TEST_PASSWORD, newPassword: "Silver-Meadow-Kettle-58" };
  await expect(changePassword(ctx, change)).rejects.toMatchObject(waiting);
  const { rows } = await system.owner.query("SELECT 1 FROM session WHERE account_id = $1", [account.id]);
  expect(rows).toHaveLength(1);
  system.clock.advance({ minutes: 15 });
  await stepUp(ctx, { password: TEST_PASSWORD });
});

test("the mailed link unlocks once under twenty, and a newer lock voids it", async () => {
  await fail(5);
  const token = await unlockTokenOf();
  const { values, codes } = await twentyAtOnce(() => unlockAccount(asGuest(system.web), { token }));
  expect(values).toEqual([{ status: "done" }]);
  expect(codes).toEqual(Array(19).fill("TOKEN_INVALID"));
  expect(await actionsOf()).toEqual(["account.locked", "account.unlocked"]);
  await fail(4);
  expect(await opens()).toBe(true);
  await fail(5);
  const second = await unlockTokenOf();
  system.clock.advance({ minutes: 15 });
  await fail(5);
  await expect(unlockAccount(asGuest(system.web), { token: second })).rejects.toMatchObject({ code: "TOKEN_INVALID" });
  system.clock.advance({ hours: 1 });
  const late = unlockAccount(asGuest(system.web), { token: await unlockTokenOf() });
  await expect(late).rejects.toMatchObject({ code: "TOKEN_INVALID" });
});

test("a hundred failures in a row, over days, take the password away until it is reset", {
  timeout: 120_000,
}, async () => {
  for (let day = 0; day < 25; day++) {
    await fail(4);
    system.clock.advance({ days: 1 });
    if (day === 23) expect((await actionsOf()).includes("account.password_disabled")).toBe(false);
  }
  expect(await actionsOf()).toEqual(["account.password_disabled"]);
  expect((await mailsTo(system, account.email)).map(({ template }) => template)).toEqual(["password-disabled"]);
  expect(await opens()).toBe(false);
  const ctx = await asUser(system, account);
  const proof = stepUp(ctx, { password: TEST_PASSWORD });
  await expect(proof).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
  await requestPasswordReset(asGuest(system.web), { email: account.email });
  const link = String((await mailsTo(system, account.email)).at(-1)?.props.link);
  await resetPassword(asGuest(system.web), { token: link.slice(-32), password: "Silver-Meadow-Kettle-58" });
  expect(await guess("Silver-Meadow-Kettle-58")).toBeNull();
});

test("a success anywhere breaks the row of a hundred", { timeout: 120_000 }, async () => {
  for (let day = 0; day < 26; day++) {
    await fail(4);
    system.clock.advance({ days: 1 });
    if (day === 12) expect(await opens()).toBe(true);
  }
  expect(await opens()).toBe(true);
});
