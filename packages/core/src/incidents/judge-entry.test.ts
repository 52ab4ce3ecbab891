import { SESSION_LIMITS } from "@pronaflow/auth";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  signInFully,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { changePassword } from "../identity/change-password.ts";
import { stepUp } from "../identity/step-up.ts";
import { userCommand } from "../kernel/command.ts";

const PLACES = {
  hanoi: { city: "Hanoi", country: "VN", point: { latitude: 21.03, longitude: 105.85 } },
  saigon: { city: "Ho Chi Minh City", country: "VN", point: { latitude: 10.82, longitude: 106.63 } },
  paris: { city: "Paris", country: "FR", point: { latitude: 48.86, longitude: 2.35 } },
  pointless: { city: null, country: "FR", point: null },
};
type Where = keyof typeof PLACES | "nowhere";

let system: TestSystem;
let account: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 2 });
  account = await makeAccount(system);
});

/** The place database is data: here an address is the name of a place. */
const services = () => ({
  ...system.web,
  places: {
    lookup: (ip: string | null | undefined) => (ip && ip in PLACES ? PLACES[ip as keyof typeof PLACES] : null),
  },
});

const enter = (where: Where, deviceToken: string | null = null) =>
  signInFully(asGuest(services(), { ip: where, deviceToken }), { identifier: account.email, password: TEST_PASSWORD });

const mailed = async () => (await mailsTo(system, account.email)).map(({ template }) => template);

async function incidents() {
  const { rows } = await system.owner.query(
    "SELECT kind, severity, occurrences, evidence FROM incident WHERE account_id = $1 ORDER BY kind",
    [account.id],
  );
  return rows.map(({ evidence, ...row }) => ({ ...row, evidence: JSON.parse(evidence) }));
}

const guarded = userCommand({
  action: "account.profile_updated",
  stepUp: true,
  input: z.strictObject({}),
  run: async () => ({ output: "done", change: null }),
});

test("the very first sign-in tells nobody anything", async () => {
  await enter("hanoi");
  expect(await mailed()).toEqual([]);
  expect(await incidents()).toEqual([]);
});

test("a known device at a known place tells nobody anything", async () => {
  const { deviceToken } = await enter("hanoi");
  await enter("hanoi", deviceToken);
  expect(await mailed()).toEqual([]);
  expect(await incidents()).toEqual([]);
});

test("a new device is mailed and opens a low incident; more of them are counted on it", async () => {
  await enter("hanoi");
  await enter("hanoi");
  await enter("hanoi");
  expect(await mailed()).toEqual(["new-device", "new-device"]);
  expect(await incidents()).toMatchObject([{ kind: "new_device", severity: "LOW", occurrences: 2 }]);
});

test("a new country is mailed once, opens an incident with both places, and asks for a step-up", async () => {
  const { deviceToken } = await enter("hanoi");
  system.clock.advance({ days: 2 });
  const { token } = await enter("paris", deviceToken);
  expect(await mailsTo(system, account.email)).toMatchObject([
    { template: "new-country", props: { country: "France", place: "Paris, France" } },
  ]);
  expect(await incidents()).toMatchObject([
    {
      kind: "new_country",
      severity: "MEDIUM",
      evidence: { country: "FR", city: "Paris", ip: "paris", earlierCity: "Hanoi", earlierIp: "hanoi" },
    },
  ]);
  await expect(guarded(await withToken(system.web, token), {})).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  const proved = await stepUp(await withToken(system.web, token), { password: TEST_PASSWORD });
  expect(await guarded(await withToken(system.web, proved.token), {})).toBe("done");
  expect((await auditOf(system, account.id)).at(-1)?.detail.after).toMatchObject({ risks: ["new_country"] });
});

test("a laptop that travels home again is in no new country", async () => {
  const { deviceToken } = await enter("hanoi");
  for (const where of ["paris", "hanoi", "paris"] as const) {
    system.clock.advance({ days: 2 });
    await enter(where, deviceToken);
  }
  expect(await mailed()).toEqual(["new-country"]);
});

test("travel that nobody can make is mailed as the gravest, opens a high incident and asks for a step-up", async () => {
  const { deviceToken } = await enter("hanoi");
  system.clock.advance({ hours: 1 });
  const { token } = await enter("saigon", deviceToken);
  expect(await mailsTo(system, account.email)).toMatchObject([
    { template: "impossible-travel", props: { earlierPlace: "Hanoi, Vietnam", kilometers: 1138 } },
  ]);
  expect(await incidents()).toMatchObject([
    { kind: "impossible_travel", severity: "HIGH", evidence: { kilometers: 1138, earlierCity: "Hanoi" } },
  ]);
  await expect(guarded(await withToken(system.web, token), {})).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("a flight is no incident", async () => {
  const { deviceToken } = await enter("hanoi");
  system.clock.advance({ hours: 2 });
  await enter("saigon", deviceToken);
  expect(await incidents()).toEqual([]);
});

test.each(["nowhere", "pointless"] as const)("%s speaks neither for nor against travel", async (where) => {
  const { deviceToken } = await enter("paris");
  await enter(where, deviceToken);
  await enter("paris", deviceToken);
  expect(await mailed()).toEqual([]);
  expect(await incidents()).toEqual([]);
});

test("without the place database people sign in as ever, and new devices are still told", async () => {
  const blind = { ...system.web, places: { lookup: () => null } };
  for (const ip of ["8.8.8.8", "113.161.0.1"]) {
    await signInFully(asGuest(blind, { ip }), { identifier: account.email, password: TEST_PASSWORD });
  }
  expect(await mailsTo(system, account.email)).toMatchObject([{ template: "new-device" }]);
  expect((await mailsTo(system, account.email))[0]?.props).not.toHaveProperty("place");
});

test("twenty sign-ins at once from a new country open one incident and send one such mail", async () => {
  const { deviceToken } = await enter("hanoi");
  system.clock.advance({ days: 2 });
  const { values } = await twentyAtOnce(() => enter("paris", deviceToken));
  expect(values).toHaveLength(20);
  expect((await mailed()).filter((template) => template === "new-country")).toHaveLength(1);
  expect(await incidents()).toMatchObject([{ kind: "new_country", occurrences: 1 }]);
});

test("evidence holds no secret: no password, no token, no hash", async () => {
  await enter("hanoi");
  const { token, deviceToken } = await enter("paris");
  const text = JSON.stringify(await incidents());
  expect(text).not.toContain(TEST_PASSWORD);
  for (const secret of [token, deviceToken ?? "none"]) expect(text).not.toContain(secret);
});

test("a doubted session lives as long as any other and may change nothing of weight by its first proof", async () => {
  const { deviceToken } = await enter("hanoi");
  const { token, expiresAt } = await enter("paris", deviceToken);
  const idleMs = SESSION_LIMITS.web.idleSeconds * 1000;
  expect(new Date(expiresAt).getTime() - system.clock.now().getTime()).toBe(idleMs);
  const ctx = await withToken(system.web, token);
  expect(ctx.actor.session.provedAt).toEqual(new Date(0));
  // Whoever knows the password proves it in the very act.
  await changePassword(ctx, { currentPassword: TEST_PASSWORD, newPassword: "Silver-Meadow-Kettle-58" });
});
