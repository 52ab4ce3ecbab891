import type { TestSystem } from "@pronaflow/testing";
import { asGuest, makeAccount, openTestSystem, TEST_PASSWORD, twentyAtOnce } from "@pronaflow/testing";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { registerAccount, requestPasswordReset, signIn } from "../identity/index.ts";
import { createCaptcha } from "./index.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem({ CAPTCHA: "on" });
});
afterAll(() => system.close());
beforeEach(() => system.clock.advance({ hours: 1 }));

const encode = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");

async function solved(change: (payload: Awaited<ReturnType<typeof solve>>) => unknown = (payload) => payload) {
  return encode(change(await solve()));
}

async function solve(services = system.web) {
  const challenge = await createCaptcha(asGuest(services));
  const solution = (await solveChallenge({ challenge, deriveKey })) ?? expect.unreachable("not solved");
  return { challenge, solution };
}

const reset = (captcha?: string, ip = "203.0.113.7") =>
  requestPasswordReset(asGuest(system.web, { ip }), { email: `${system.web.random.uuid()}@example.com`, captcha });

const REQUIRED = { code: "CAPTCHA_REQUIRED" };

test("reset and registration want one, and take a solved one", async () => {
  await expect(reset()).rejects.toMatchObject(REQUIRED);
  expect(await reset(await solved())).toEqual({ status: "accepted" });
  const name = `new-${system.web.random.uuid().slice(-8)}`;
  const person = { email: `${name}@example.com`, username: name, displayName: "New", password: "Blue-Canal-Ladder-31" };
  await expect(registerAccount(asGuest(system.web), person)).rejects.toMatchObject(REQUIRED);
  const captcha = await solved();
  expect(await registerAccount(asGuest(system.web), { ...person, captcha })).toEqual({ status: "verification_sent" });
});

test("one use each, under twenty at once too, and after", async () => {
  const captcha = await solved();
  const { values, codes } = await twentyAtOnce(() => reset(captcha));
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("CAPTCHA_REQUIRED"));
  system.clock.advance({ minutes: 9 });
  await expect(reset(captcha)).rejects.toMatchObject(REQUIRED);
});

test("good for ten minutes to the second", async () => {
  const [first, second] = [await solved(), await solved()];
  system.clock.advance({ minutes: 9, seconds: 59 });
  await reset(first);
  system.clock.advance({ seconds: 1 });
  await expect(reset(second)).rejects.toMatchObject(REQUIRED);
});

test("what was not made here, not solved, changed or is no challenge at all does not count", async () => {
  const tries = [
    await solved(({ challenge, solution }) => ({
      challenge,
      solution: { ...solution, counter: solution.counter + 1 },
    })),
    await solved(({ challenge, solution }) => ({ challenge: { ...challenge, signature: "00".repeat(32) }, solution })),
    await solved(({ challenge, solution }) => ({
      challenge: {
        ...challenge,
        parameters: { ...challenge.parameters, data: { expires: challenge.parameters.data.expires - 1 } },
      },
      solution,
    })),
    encode(null),
    encode([]),
    "not base64 at all",
    "",
  ];
  for (const captcha of tries) await expect(reset(captcha)).rejects.toMatchObject(REQUIRED);
});

test("sign-in wants one after three failures: for what was typed, whether or not there is such an account, and by address", async () => {
  const account = await makeAccount(system);
  for (const identifier of [account.email, "nobody-at-all"]) {
    let last = 10;
    const from = (input: object) =>
      signIn(asGuest(system.web, { ip: `198.51.100.${last++}` }), { identifier, password: "Wrong-guess-1!", ...input });
    for (let count = 0; count < 3; count++)
      await expect(from({})).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
    await expect(from({})).rejects.toMatchObject(REQUIRED);
    await expect(from({ captcha: await solved() })).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  }
  const other = { identifier: (await makeAccount(system)).email, password: TEST_PASSWORD };
  const elsewhere = (ip: string) => asGuest(system.web, { ip });
  for (let count = 0; count < 3; count++) {
    await signIn(elsewhere("192.0.2.9"), { identifier: `no-${count}`, password: "x" }).catch(() => undefined);
  }
  await expect(signIn(elsewhere("192.0.2.9"), other)).rejects.toMatchObject(REQUIRED);
  await signIn(elsewhere("192.0.2.10"), other);
  system.clock.advance({ minutes: 15 });
  await signIn(elsewhere("192.0.2.9"), other);
});

test("the console asks for one just so, makes it, and an admin enters by it", async () => {
  const { email: identifier } = await makeAccount(system, { systemRole: "ADMIN" });
  const enter = (input: object) => signIn(asGuest(system.admin), { identifier, password: TEST_PASSWORD, ...input });
  for (let count = 0; count < 3; count++)
    await expect(enter({ password: "Wrong-guess-1!" })).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  await expect(enter({})).rejects.toMatchObject(REQUIRED);
  const captcha = encode(await solve(system.admin));
  expect(await enter({ captcha })).toMatchObject({ token: expect.any(String) });
  await expect(enter({ captcha })).rejects.toMatchObject(REQUIRED);
});
