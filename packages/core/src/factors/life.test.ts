import { createHasher, newToken, totpCode } from "@pronaflow/auth";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, asUser, linkTokenOf, makeAccount, openTestSystem, TEST_PASSWORD } from "@pronaflow/testing";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listTrustedDevices, revokeDevice } from "../devices/index.ts";
import { requestPasswordReset, resetPassword, signIn, stepUp } from "../identity/index.ts";
import type { Services } from "../kernel/services.ts";
import { confirmMfa, countBackupCodes, disableMfa, enableMfa, regenerateBackupCodes, verifyMfa } from "./index.ts";

/** The rules as a person would tell them; knows nothing of tables, locks or commands. Times are milliseconds. */
interface Model {
  now: number;
  /** Whether the second step is on. */
  isOn: boolean;
  /** The last step whose code was taken: a code of it or of one before is worth nothing. */
  lastStep: number;
  unused: string[];
  spent: string[];
  challenges: { id: string; until: number; failures: number; isOver: boolean }[];
  /** By device: until when it is trusted. */
  trust: Record<number, number>;
  failedAt: number[];
}

/** The product, with what its owner holds in their hands. */
interface World {
  services: Services;
  account: TestAccount;
  password: string;
  secret: string;
  devices: string[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DEVICES = 2;
let system: TestSystem;
let services: Services;
beforeAll(async () => {
  system = await openTestSystem();
  // Real hashes at the least cost: a life makes hundreds of them.
  services = { ...system.web, hasher: createHasher({ cost: { memoryKib: 64, passes: 1, lanes: 1 } }) };
});
afterAll(() => system.close());

const stepOf = (now: number) => Math.floor(now / 30_000);
const sessionsOf = async ({ account }: World) =>
  (await system.owner.query("SELECT id, assurance FROM session WHERE account_id = $1", [account.id])).rows as {
    id: string;
    assurance: number;
  }[];

/** One act: what it does, and what the model says has to come of it. */
type Act = fc.AsyncCommand<Model, World>;

function act(name: string, run: (model: Model, world: World) => Promise<void>, check: Act["check"] = () => true): Act {
  return {
    check,
    async run(model, world) {
      // The limits count by the hour; what is tried here are the rules behind them.
      await system.owner.query("DELETE FROM rate_limit");
      await run(model, world);
    },
    toString: () => name,
  };
}

/** Runs `work` and answers with its output or code, and with the sessions that were born of it. */
async function observed<T>(world: World, work: () => Promise<T>) {
  const before = (await sessionsOf(world)).map(({ id }) => id);
  const answer: { output?: T; code?: string; meta?: object } = await work().then(
    (output) => ({ output }),
    ({ code, meta }) => ({ code, meta }),
  );
  const born = (await sessionsOf(world)).filter(({ id }) => !before.includes(id));
  return { ...answer, born: born.map(({ assurance }) => assurance) };
}

const comeIn = (device: number) =>
  act(`sign in on device ${device}`, async (model, world) => {
    const guest = asGuest(services, { deviceToken: world.devices[device] ?? null });
    const given = { identifier: world.account.email, password: world.password };
    const { output, born } = await observed(world, () => signIn(guest, given));
    const isSpared = !model.isOn || (model.trust[device] ?? 0) > model.now;
    expect(born).toEqual(isSpared ? [1] : []);
    expect(output && "mfaRequired" in output).toBe(!isSpared);
    if (!output || !("mfaRequired" in output)) return;
    expect(output.methods).toEqual(model.unused.length > 0 ? ["totp", "backup_code"] : ["totp"]);
    model.challenges.push({ id: output.challengeId, until: model.now + 10 * MINUTE, failures: 0, isOver: false });
  });

type Given = { kind: "code" | "wrong" | "backup" | "spent" };

/** What is typed for the second step, and whether the rules take it. */
function typed(model: Model, world: World, { kind }: Given): { input: object; isRight: boolean } {
  const code = totpCode(world.secret, new Date(model.now));
  if (kind === "code") return { input: { code }, isRight: model.isOn && stepOf(model.now) > model.lastStep };
  if (kind === "wrong") return { input: { code: wrongCode(model, world) }, isRight: false };
  const backupCode = (kind === "backup" ? model.unused[0] : model.spent[0]) ?? "a".repeat(16);
  return { input: { backupCode }, isRight: model.isOn && model.unused.includes(backupCode) };
}

function wrongCode({ now }: Model, { secret }: World): string {
  const right = [-1, 0, 1].map((step) => totpCode(secret, new Date(now + step * 30_000)));
  return ["000000", "111111", "222222", "333333"].find((code) => !right.includes(code)) ?? "444444";
}

/** Notes a second factor that was taken. */
function spend(model: Model, { kind }: Given): void {
  if (kind === "code") model.lastStep = stepOf(model.now);
  else model.spent.unshift(...model.unused.splice(0, 1));
}

/** Fewer than would lock the account's second factor: that is the guard's to test. */
const mayFail = (model: Readonly<Model>) => model.failedAt.filter((at) => at > model.now - 15 * MINUTE).length < 4;

const finish = (kind: Given["kind"], age: number, device: number, trustDevice: boolean) =>
  act(
    `finish challenge -${age} by ${kind} on device ${device}${trustDevice ? ", trusting it" : ""}`,
    async (model, world) => {
      const challenge = model.challenges.at(-1 - age) ?? model.challenges.at(-1);
      if (!challenge) return;
      const { input, isRight } = typed(model, world, { kind });
      const guest = asGuest(services, { deviceToken: world.devices[device] ?? null });
      const { output, code, meta, born } = await observed(world, () =>
        verifyMfa(guest, { challengeId: challenge.id, trustDevice, ...input }),
      );
      if (challenge.isOver || challenge.until <= model.now || challenge.failures >= 5) {
        expect({ code, born }).toEqual({ code: "CHALLENGE_GONE", born: [] });
      } else if (isRight) {
        expect({ code, born }).toEqual({ code: undefined, born: [2] });
        spend(model, { kind });
        challenge.isOver = true;
        if (trustDevice) model.trust[device] = model.now + 30 * DAY;
        expect(output?.backupCodesRemaining).toBe(kind === "code" ? null : model.unused.length);
      } else {
        challenge.failures += 1;
        model.failedAt.push(model.now);
        expect({ code, meta, born }).toMatchObject({
          code: "FACTOR_WRONG",
          meta: { triesLeft: 5 - challenge.failures },
          born: [],
        });
      }
    },
    (model) => model.challenges.length > 0 && mayFail(model),
  );

const turnOn = act(
  "turn it on",
  async (model, world) => {
    const ctx = await asUser(system, world.account);
    const own = { ...ctx, services };
    ({ secret: world.secret } = await enableMfa(own, { password: world.password }));
    const { backupCodes } = await confirmMfa(own, { code: totpCode(world.secret, new Date(model.now)) });
    Object.assign(model, { isOn: true, lastStep: stepOf(model.now), unused: backupCodes, trust: {} });
    // Its own session goes on with two factors, every other one ends.
    expect(await sessionsOf(world)).toMatchObject([{ id: ctx.actor.session.id, assurance: 2 }]);
  },
  (model) => !model.isOn,
);

const turnOff = (kind: Given["kind"]) =>
  act(
    `turn it off by ${kind}`,
    async (model, world) => {
      const { input, isRight } = typed(model, world, { kind });
      const own = { ...(await asUser(system, world.account)), services };
      const { code } = await observed(world, () => disableMfa(own, { password: world.password, ...input }));
      expect(code).toBe(isRight ? undefined : "FACTOR_WRONG");
      if (!isRight) return void model.failedAt.push(model.now);
      model.spent.unshift(...model.unused);
      Object.assign(model, { isOn: false, unused: [], trust: {} });
      expect(await sessionsOf(world)).toMatchObject([{ id: own.actor.session.id, assurance: 1 }]);
    },
    (model) => model.isOn && mayFail(model),
  );

const makeCodes = act(
  "make new backup codes",
  async (model, world) => {
    const { input, isRight } = typed(model, world, { kind: "code" });
    const own = { ...(await asUser(system, world.account)), services };
    const given = { password: world.password, code: "", ...input };
    const { output, code } = await observed(world, () => regenerateBackupCodes(own, given));
    expect(code).toBe(isRight ? undefined : "FACTOR_WRONG");
    if (!output) return void model.failedAt.push(model.now);
    model.spent.unshift(...model.unused);
    model.unused = output.backupCodes;
    spend(model, { kind: "code" });
  },
  (model) => model.isOn && mayFail(model),
);

const proveAgain = act(
  "step up by code",
  async (model, world) => {
    const { input, isRight } = typed(model, world, { kind: "code" });
    const own = { ...(await asUser(system, world.account)), services };
    const { code, born } = await observed(world, () => stepUp(own, input));
    expect({ code, born }).toEqual({ code: isRight ? undefined : "FACTOR_WRONG", born: [] });
    if (isRight) spend(model, { kind: "code" });
    else model.failedAt.push(model.now);
  },
  (model) => model.isOn && mayFail(model),
);

const reset = act("reset the password", async (model, world) => {
  await requestPasswordReset(asGuest(services), { email: world.account.email });
  const token = await linkTokenOf(system, world.account.email, "password-reset");
  const password = `Quiet-Harbour-${newToken(services.random.bytes)}-7`;
  const { code, born } = await observed(world, () => resetPassword(asGuest(services), { token, password }));
  expect({ code, born }).toEqual({ code: undefined, born: [] });
  world.password = password;
  // Whatever was open is closed, and the second step is as it was.
  expect(await sessionsOf(world)).toEqual([]);
  model.trust = {};
  for (const challenge of model.challenges) challenge.isOver = true;
});

const distrust = (device: number) =>
  act(`end the trust in device ${device}`, async (model, world) => {
    const own = { ...(await asUser(system, world.account)), services, deviceToken: world.devices[device] ?? null };
    const trusted = await listTrustedDevices(own);
    const expected = Object.values(model.trust).filter((until) => until > model.now);
    expect(trusted.map(({ trustedUntil }) => Date.parse(trustedUntil)).sort()).toEqual(expected.sort());
    const current = trusted.find((one) => one.current);
    if (current) await revokeDevice(own, { deviceId: current.id });
    delete model.trust[device];
  });

const countCodes = act("count the backup codes", async (model, world) => {
  const { remaining, isLow } = await countBackupCodes(await asUser(system, world.account));
  expect({ remaining, isLow }).toEqual({
    remaining: model.unused.length,
    isLow: model.isOn && model.unused.length <= 2,
  });
});

const wait = (milliseconds: number) =>
  act(`wait ${milliseconds / 1000} s`, async (model) => {
    model.now += milliseconds;
    system.clock.set(new Date(model.now));
  });

/** Several acts on end, which chance would seldom put in this order. */
const inTurn = (name: string, ...parts: Act[]) =>
  act(name, async (model, world) => {
    for (const part of parts) if (part.check(model)) await part.run(model, world);
  });

const trustFully = (device: number) =>
  inTurn(`come in on device ${device} and trust it`, wait(30_000), comeIn(device), finish("code", 0, device, true));

const device = fc.nat(DEVICES - 1);
const factor = fc.constantFrom<Given["kind"]>("code", "code", "backup", "wrong", "spent");
const acts = [
  device.map(comeIn),
  device.map((one) => inTurn(`reset, then come in on device ${one}`, reset, comeIn(one))),
  device.map(trustFully),
  device.map((one) => inTurn(`30 days on, come in on device ${one}`, wait(30 * DAY), comeIn(one))),
  fc.tuple(factor, fc.nat(2), device, fc.boolean()).map((given) => finish(...given)),
  fc.tuple(factor, fc.constant(0), device, fc.boolean()).map((given) => finish(...given)),
  fc.constantFrom(30_000, 31_000, 5 * MINUTE, 10 * MINUTE, 30 * DAY).map(wait),
  fc.constant(30_000).map(wait),
  fc.constant(turnOn),
  factor.map(turnOff),
  fc.constant(makeCodes),
  fc.constant(proveAgain),
  fc.constant(reset),
  device.map(distrust),
  fc.constant(countCodes),
];

test("any course of sign-ins, second steps, trust and resets goes as the rules say: who comes in, and with how many factors", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 40, size: "max" }), async (commands) => {
      system.clock.advance({ days: 400 });
      const account = await makeAccount(system);
      const devices = Array.from({ length: DEVICES }, () => newToken(services.random.bytes));
      const model: Model = {
        now: system.clock.now().getTime(),
        isOn: false,
        lastStep: 0,
        unused: [],
        spent: [],
        challenges: [],
        trust: {},
        failedAt: [],
      };
      const real: World = { services, account, password: TEST_PASSWORD, secret: "", devices };
      // Most of what there is to try wants it on.
      await turnOn.run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }),
    { numRuns: 20 },
  );
});
