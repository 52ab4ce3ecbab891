import type { TestAccount, TestFactor, TestPasskey, TestSystem } from "@pronaflow/testing";
import {
  addPasskeyTo,
  asGuest,
  asUser,
  auditOf,
  enrol,
  makeAccount,
  openTestSystem,
  SoftwareAuthenticator,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyMfa } from "../factors/verify-mfa.ts";
import { signIn } from "../identity/sign-in.ts";
import { beginSecondStep } from "./begin-second-step.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { beginStepUp } from "./begin-step-up.ts";
import { signInByPasskey } from "./sign-in-by-passkey.ts";
import { stepUpByPasskey } from "./step-up-by-passkey.ts";
import { verifyPasskey } from "./verify-passkey.ts";

let system: TestSystem;
let account: TestAccount;
let factor: TestFactor;
let passkey: TestPasskey;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system);
  factor = await enrol(system, account);
  passkey = await addPasskeyTo(system, account);
});

const guest = () => asGuest(system.web);

/** The first step alone: its challenge. */
async function firstStep(who = account): Promise<string> {
  const answer = await signIn(guest(), { identifier: who.email, password: who.password });
  if (!("mfaRequired" in answer)) return expect.unreachable("no second step was asked for");
  return answer.challengeId;
}

test("a passkey ends a sign-in that waits for its second step", async () => {
  const answer = await signIn(guest(), { identifier: account.email, password: TEST_PASSWORD });
  expect(answer).toMatchObject({ methods: ["totp", "passkey", "backup_code"] });
  const challengeId = "mfaRequired" in answer ? answer.challengeId : "";
  const options = await beginSecondStep(guest(), { challengeId });
  expect(options.allowCredentials).toMatchObject([{ id: passkey.authenticator.id }]);
  const response = passkey.authenticator.get(options);
  const verified = await verifyPasskey(guest(), { challengeId, response, trustDevice: true });
  expect(verified).toMatchObject({ user: { id: account.id }, backupCodesRemaining: null, backupCodesLow: false });
  expect((await withToken(system.web, verified.token)).actor.session.assurance).toBe(2);
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "session.created",
    detail: { after: { way: "password", factor: "passkey", trustedUntil: expect.any(String) } },
  });
  const trusted = { ...guest(), deviceToken: verified.deviceToken };
  expect(await signIn(trusted, { identifier: account.email, password: TEST_PASSWORD })).toHaveProperty("token");
});

test("the handle may be missing here, since the account is known; another's passkey opens nothing", async () => {
  const challengeId = await firstStep();
  const options = await beginSecondStep(guest(), { challengeId });
  const theirs = await addPasskeyTo(system, await makeAccount(system));
  const wrong = verifyPasskey(guest(), { challengeId, response: theirs.authenticator.get(options) });
  await expect(wrong).rejects.toMatchObject({ code: "PASSKEY_REFUSED", meta: { triesLeft: 4 } });
  const again = await beginSecondStep(guest(), { challengeId });
  const response = passkey.authenticator.get(again, { userHandle: null });
  expect(await verifyPasskey(guest(), { challengeId, response })).toHaveProperty("token");
});

test("five wrong answers end the challenge, wrong codes counted among them", async () => {
  const challengeId = await firstStep();
  const wrongCode = factor.code() === "000000" ? "000001" : "000000";
  for (let left = 4; left >= 2; left--) {
    const options = await beginSecondStep(guest(), { challengeId });
    const response = passkey.authenticator.get(options, { userVerified: false });
    const wrong = verifyPasskey(guest(), { challengeId, response });
    await expect(wrong).rejects.toMatchObject({ code: "PASSKEY_REFUSED", meta: { triesLeft: left } });
  }
  for (let left = 1; left >= 0; left--) {
    const wrong = verifyMfa(guest(), { challengeId, code: wrongCode });
    await expect(wrong).rejects.toMatchObject({ code: "FACTOR_WRONG", meta: { triesLeft: left } });
  }
  await expect(beginSecondStep(guest(), { challengeId })).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
});

test("one challenge under twenty answers at once opens one session", async () => {
  const challengeId = await firstStep();
  const options = await Promise.all(Array.from({ length: 20 }, () => beginSecondStep(guest(), { challengeId })));
  const keeper = await addPasskeyTo(system, account, new SoftwareAuthenticator({ isSynced: true }));
  const { values, codes } = await twentyAtOnce((index) =>
    verifyPasskey(guest(), {
      challengeId,
      response: keeper.authenticator.get(options[index] ?? expect.unreachable()),
    }),
  );
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("CHALLENGE_GONE"));
});

test("an answer made for one purpose serves no other", async () => {
  const challengeId = await firstStep();
  const ctx = await asUser(system, account);
  const forSecond = passkey.authenticator.get(await beginSecondStep(guest(), { challengeId }));
  await expect(signInByPasskey(guest(), { response: forSecond })).rejects.toMatchObject({ code: "PASSKEY_REFUSED" });
  const forStepUp = passkey.authenticator.get(await beginStepUp(ctx, {}));
  const crossed = verifyPasskey(guest(), { challengeId, response: forStepUp });
  await expect(crossed).rejects.toMatchObject({ code: "PASSKEY_REFUSED" });
  const forSignIn = passkey.authenticator.get(await beginSignIn(guest(), {}));
  await expect(stepUpByPasskey(ctx, { response: forSignIn })).rejects.toMatchObject({ code: "PASSKEY_REFUSED" });
});

test("a passkey proves again that it is the owner: a new token, two factors, ten minutes more", async () => {
  const ctx = await asUser(system, account);
  system.clock.advance({ minutes: 30 });
  const response = passkey.authenticator.get(await beginStepUp(ctx, {}));
  const { token, provedAt } = await stepUpByPasskey(ctx, { response });
  expect(provedAt).toBe(system.clock.now().toISOString());
  expect((await withToken(system.web, token)).actor.session).toMatchObject({ assurance: 2, id: ctx.actor.session.id });
  expect((await auditOf(system, ctx.actor.session.id)).at(-1)).toMatchObject({
    action: "session.proved",
    detail: { after: { by: "passkey" } },
  });
  await expect(stepUpByPasskey(await withToken(system.web, token), { response })).rejects.toMatchObject({
    code: "PASSKEY_REFUSED",
  });
});

test("another's passkey, and another's challenge, prove nothing", async () => {
  const stranger = await makeAccount(system);
  const theirs = await addPasskeyTo(system, stranger);
  const ctx = await asUser(system, account);
  const options = await beginStepUp(ctx, {});
  for (const response of [
    theirs.authenticator.get(options),
    passkey.authenticator.get(await beginStepUp(await asUser(system, stranger), {})),
  ]) {
    await expect(stepUpByPasskey(ctx, { response })).rejects.toMatchObject({ code: "PASSKEY_REFUSED" });
  }
});
