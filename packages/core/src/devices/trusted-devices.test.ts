import type { TestAccount, TestFactor, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  enrol,
  linkTokenOf,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { disableMfa, verifyMfa } from "../factors/index.ts";
import { changePassword, requestPasswordReset, resetPassword, signIn } from "../identity/index.ts";
import type { Services } from "../kernel/services.ts";
import { listTrustedDevices, revokeDevice } from "./index.ts";

const NEXT = "Silver-Meadow-Kettle-58";

let system: TestSystem;
let account: TestAccount;
let factor: TestFactor;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system, { systemRole: "ADMIN" });
  factor = await enrol(system, account);
});

/** Signs in from a browser by both steps and answers with its device cookie and session. */
async function comeIn(deviceToken: string | null, trustDevice: boolean, services: Services = system.web) {
  const guest = asGuest(services, { deviceToken });
  const answer = await signIn(guest, { identifier: account.email, password: TEST_PASSWORD });
  const challengeId = "mfaRequired" in answer ? answer.challengeId : expect.unreachable("one step was enough");
  system.clock.advance({ seconds: 30 });
  const verified = await verifyMfa(guest, { challengeId, code: factor.code(), trustDevice });
  return { device: verified.deviceToken ?? deviceToken, token: verified.token };
}

async function asksForSecondStep(deviceToken: string | null, password = TEST_PASSWORD, services = system.web) {
  const answer = await signIn(asGuest(services, { deviceToken }), { identifier: account.email, password });
  return "mfaRequired" in answer;
}

test("a device that was trusted is spared the second step for 30 days, and no longer", async () => {
  const { device } = await comeIn(null, true);
  system.clock.advance({ days: 30, milliseconds: -1 });
  const answer = await signIn(asGuest(system.web, { deviceToken: device }), {
    identifier: account.email,
    password: TEST_PASSWORD,
  });
  expect("token" in answer && (await withToken(system.web, answer.token)).actor.session.assurance).toBe(1);
  system.clock.advance({ milliseconds: 1 });
  expect(await asksForSecondStep(device)).toBe(true);
});

test("trust is that of one browser and one account, and nobody's who did not ask for it", async () => {
  const { device: untrusted } = await comeIn(null, false);
  expect(await asksForSecondStep(untrusted)).toBe(true);
  const { device } = await comeIn(null, true);
  expect(await asksForSecondStep(null)).toBe(true);
  expect(await asksForSecondStep("a".repeat(32))).toBe(true);
  account = await makeAccount(system);
  factor = await enrol(system, account);
  expect(await asksForSecondStep(device)).toBe(true);
});

test("the console trusts no device: not one it was asked to, nor one of the user app", async () => {
  const { device: asked } = await comeIn(null, true, system.admin);
  expect(await asksForSecondStep(asked, TEST_PASSWORD, system.admin)).toBe(true);
  expect(await asksForSecondStep(asked)).toBe(true);
  const { device } = await comeIn(null, true);
  expect(await asksForSecondStep(device, TEST_PASSWORD, system.admin)).toBe(true);
});

test("trusted devices are listed without their token; one that is revoked asks again", async () => {
  const { device, token } = await comeIn(null, true);
  const ctx = { ...(await withToken(system.web, token)), deviceToken: device };
  const [listed, ...others] = await listTrustedDevices(ctx);
  expect(others).toEqual([]);
  expect(listed).toMatchObject({ current: true, browser: "Chrome 140", os: "Linux" });
  expect(JSON.stringify(listed)).not.toContain(device);
  const [seenElsewhere] = await listTrustedDevices({ ...ctx, deviceToken: null });
  expect(seenElsewhere?.current).toBe(false);
  const deviceId = listed?.id ?? "";
  const stranger = await asUser(system, await makeAccount(system));
  await expect(revokeDevice(stranger, { deviceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await revokeDevice(ctx, { deviceId });
  expect(await listTrustedDevices(ctx)).toEqual([]);
  expect(await auditOf(system, deviceId)).toMatchObject([{ action: "device.forgotten", actorId: account.id }]);
  await expect(revokeDevice(ctx, { deviceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await asksForSecondStep(device)).toBe(true);
});

test("a new password ends the trust in every device, changed or reset; the second step stays on", async () => {
  const changed = await comeIn(null, true);
  const ctx = await withToken(system.web, changed.token);
  await changePassword(ctx, { currentPassword: TEST_PASSWORD, newPassword: NEXT });
  expect(await asksForSecondStep(changed.device, NEXT)).toBe(true);
  await system.owner.query("UPDATE known_device SET trusted_until = $2 WHERE account_id = $1", [
    account.id,
    new Date(system.clock.now().getTime() + 86_400_000),
  ]);
  expect(await asksForSecondStep(changed.device, NEXT)).toBe(false);
  await requestPasswordReset(asGuest(system.web), { email: account.email });
  const token = await linkTokenOf(system, account.email, "password-reset");
  await resetPassword(asGuest(system.web), { token, password: "Copper-Valley-Anchor-93" });
  expect(await asksForSecondStep(changed.device, "Copper-Valley-Anchor-93")).toBe(true);
});

test("turning the second step off and on again ends the trust too", async () => {
  const { device, token } = await comeIn(null, true);
  system.clock.advance({ seconds: 30 });
  await disableMfa(await withToken(system.web, token), { password: TEST_PASSWORD, code: factor.code() });
  factor = await enrol(system, account);
  expect(await asksForSecondStep(device)).toBe(true);
});
