import type { TestAccount, TestFactor, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  enrol,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changePassword } from "../identity/change-password.ts";
import { signIn } from "../identity/sign-in.ts";
import { stepUp } from "../identity/step-up.ts";
import { disableMfa } from "./disable-mfa.ts";
import { verifyMfa } from "./verify-mfa.ts";

let system: TestSystem;
let account: TestAccount;
let factor: TestFactor;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system);
  factor = await enrol(system, account);
});

/** The first step alone: its challenge. */
async function begin(who = account, services = system.web): Promise<string> {
  const answer = await signIn(asGuest(services), { identifier: who.email, password: who.password });
  if (!("mfaRequired" in answer)) return expect.unreachable("no second step was asked for");
  return answer.challengeId;
}

const wrong = () => (factor.code() === "000000" ? "000001" : "000000");
const sessionsOf = async ({ id }: TestAccount) =>
  (await system.owner.query("SELECT assurance, audience FROM session WHERE account_id = $1", [id])).rows;

test("the right password opens nothing: a challenge comes instead, and its code a session of two factors", async () => {
  const before = await sessionsOf(account);
  const answer = await signIn(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
  expect(answer).toMatchObject({ mfaRequired: true, methods: ["totp", "backup_code"] });
  expect(answer).not.toHaveProperty("token");
  expect(await sessionsOf(account)).toEqual(before);
  const challengeId = "mfaRequired" in answer ? answer.challengeId : "";
  const verified = await verifyMfa(asGuest(system.web), { challengeId, code: factor.code() });
  expect(verified).toMatchObject({ user: { id: account.id }, backupCodesRemaining: null, backupCodesLow: false });
  expect((await withToken(system.web, verified.token)).actor.session.assurance).toBe(2);
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "session.created",
    actorId: account.id,
    detail: { after: { assurance: 2, way: "password", factor: "totp", trustedUntil: null } },
  });
});

test("a code of the step before and of the step after is taken, one of two steps away is not", async () => {
  for (const [seconds, isRight] of [
    [-60, false],
    [-30, true],
    [30, true],
    [60, false],
  ] as const) {
    system.clock.advance({ minutes: 5 });
    const challengeId = await begin();
    const shown = factor.code();
    system.clock.advance({ seconds });
    const verifying = verifyMfa(asGuest(system.web), { challengeId, code: shown });
    if (isRight) await verifying;
    else await expect(verifying).rejects.toMatchObject({ code: "FACTOR_WRONG", meta: { triesLeft: 4 } });
  }
});

test("a code is taken once: not again in its step, nor one of a step before it", async () => {
  const before = factor.code();
  system.clock.advance({ seconds: 30 });
  await verifyMfa(asGuest(system.web), { challengeId: await begin(), code: factor.code() });
  for (const code of [factor.code(), before]) {
    const again = verifyMfa(asGuest(system.web), { challengeId: await begin(), code });
    await expect(again).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  }
  await expect(stepUp(await asUser(system, account), { code: factor.code() })).rejects.toMatchObject({
    code: "FACTOR_WRONG",
  });
});

test("one code under twenty challenges at once opens one session", async () => {
  const challenges: string[] = [];
  for (let index = 0; index < 20; index++) challenges.push(await begin());
  const code = factor.code();
  const { values, codes } = await twentyAtOnce((index) =>
    verifyMfa(asGuest(system.web), { challengeId: challenges[index] ?? "", code }),
  );
  expect(values).toHaveLength(1);
  // Five wrong ones in a row bar the others.
  expect(codes.filter((refusal) => refusal === "RATE_LIMITED").length).toBeGreaterThanOrEqual(9);
  expect(codes.every((refusal) => refusal === "FACTOR_WRONG" || refusal === "RATE_LIMITED")).toBe(true);
});

test("one challenge under twenty right answers at once opens one session", async () => {
  const challengeId = await begin();
  const { values, codes } = await twentyAtOnce((index) =>
    verifyMfa(asGuest(system.web), {
      challengeId,
      ...(index < 10 ? { backupCode: factor.backupCodes[index] } : { code: factor.code() }),
    }),
  );
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("CHALLENGE_GONE"));
  const { rows } = await system.owner.query(
    "SELECT count(*)::int AS used FROM backup_code WHERE account_id = $1 AND used_at IS NOT NULL",
    [account.id],
  );
  // What a refused try spent was not committed.
  expect(rows[0].used).toBeLessThanOrEqual(1);
});

test("five wrong codes end the challenge, under twenty at once too; the right one then comes too late", async () => {
  const challengeId = await begin();
  const { codes } = await twentyAtOnce(() => verifyMfa(asGuest(system.web), { challengeId, code: wrong() }));
  expect(codes.filter((code) => code === "FACTOR_WRONG")).toHaveLength(5);
  // Judged in a row: by then the account's second factor is barred, or the challenge is seen to be over.
  expect(codes.filter((code) => code === "RATE_LIMITED" || code === "CHALLENGE_GONE")).toHaveLength(15);
  const late = verifyMfa(asGuest(system.web), { challengeId, code: factor.code() });
  await expect(late).rejects.toMatchObject({ code: "CHALLENGE_GONE", meta: {} });
});

test("five wrong codes, over challenges and prompts, bar the second factor for 15 minutes and not the password", async () => {
  const ctx = await withToken(system.web, factor.token);
  for (let index = 0; index < 3; index++) {
    await verifyMfa(asGuest(system.web), { challengeId: await begin(), code: wrong() }).catch(() => {});
  }
  await expect(stepUp(ctx, { code: wrong() })).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  const disabling = { password: TEST_PASSWORD, code: wrong() };
  await expect(disableMfa(ctx, disabling)).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "account.locked",
    detail: { after: { kind: "second_factor" } },
  });
  const challengeId = await begin();
  await expect(verifyMfa(asGuest(system.web), { challengeId, code: factor.code() })).rejects.toMatchObject({
    code: "RATE_LIMITED",
    meta: { retryAfterSeconds: 900 },
  });
  await stepUp(ctx, { password: TEST_PASSWORD });
  system.clock.advance({ minutes: 15 });
  await verifyMfa(asGuest(system.web), { challengeId: await begin(), code: factor.code() });
});

test("a success forgives the failures before it", async () => {
  for (let round = 0; round < 3; round++) {
    system.clock.advance({ minutes: 1 });
    for (let index = 0; index < 3; index++) {
      await verifyMfa(asGuest(system.web), { challengeId: await begin(), code: wrong() }).catch(() => {});
    }
    await verifyMfa(asGuest(system.web), { challengeId: await begin(), code: factor.code() });
  }
});

test("a challenge lives ten minutes, for the app it began in, until the password changes", async () => {
  const late = await begin();
  system.clock.advance({ minutes: 10 });
  await expect(verifyMfa(asGuest(system.web), { challengeId: late, code: factor.code() })).rejects.toMatchObject({
    code: "CHALLENGE_GONE",
  });
  const elsewhere = await begin();
  await expect(verifyMfa(asGuest(system.admin), { challengeId: elsewhere, code: factor.code() })).rejects.toMatchObject(
    {
      code: "CHALLENGE_GONE",
    },
  );
  const changing = { currentPassword: TEST_PASSWORD, newPassword: "Silver-Meadow-Kettle-58" };
  await changePassword(await withToken(system.web, factor.token).catch(() => asUser(system, account)), changing);
  await expect(verifyMfa(asGuest(system.web), { challengeId: elsewhere, code: factor.code() })).rejects.toMatchObject({
    code: "CHALLENGE_GONE",
  });
});

test("an account that is suspended between its two steps does not come in", async () => {
  const challengeId = await begin();
  await system.owner.query("UPDATE account SET status = 'SUSPENDED', suspended_at = now() WHERE id = $1", [account.id]);
  await expect(verifyMfa(asGuest(system.web), { challengeId, code: factor.code() })).rejects.toMatchObject({
    code: "INVALID_CREDENTIALS",
  });
});

test("a code that is right where nothing was begun, or another's challenge, opens nothing", async () => {
  const stranger = await makeAccount(system);
  await enrol(system, stranger);
  const theirs = await begin(stranger);
  await expect(
    verifyMfa(asGuest(system.web), { challengeId: theirs, backupCode: factor.backupCodes[0] }),
  ).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  await expect(
    verifyMfa(asGuest(system.web), { challengeId: "a".repeat(32), code: factor.code() }),
  ).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
});

test("once turned off, one step is enough", async () => {
  const ctx = await withToken(system.web, factor.token);
  await disableMfa(ctx, { password: TEST_PASSWORD, code: factor.code() });
  const answer = await signIn(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
  expect(answer).toHaveProperty("token");
});
