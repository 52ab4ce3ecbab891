import type { ProductError } from "@pronaflow/contract";
import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  linkTokenOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerAccount } from "./register-account.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

const person = (name: string, facts: Record<string, unknown> = {}) => ({
  email: `${name}@Example.com`,
  username: name,
  displayName: "Ana Lima",
  password: TEST_PASSWORD,
  ...facts,
});

const refused = (input: Parameters<typeof registerAccount>[1], services = system.web) =>
  registerAccount(asGuest(services), input).then(
    () => null,
    (error: ProductError) => error,
  );

async function accountOf(email: string) {
  const { rows } = await system.owner.query("SELECT * FROM account WHERE email_normal = $1", [email.toLowerCase()]);
  return rows[0];
}

test("a registration makes a pending account, one audit row and a mail whose link lives 24 hours", async () => {
  const output = await registerAccount(asGuest(system.web, { locale: "vi" }), person("ana-lima"));
  expect(output).toEqual({ status: "verification_sent" });
  const account = await accountOf("ana-lima@example.com");
  expect(account).toMatchObject({
    status: "PENDING",
    email: "ana-lima@Example.com",
    locale: "vi",
    system_role: "USER",
  });
  expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const rows = await auditOf(system, account.id);
  expect(rows).toMatchObject([{ action: "account.registered", actorKind: "GUEST", actorId: null }]);
  const mails = await mailsTo(system, "ana-lima@Example.com");
  expect(mails).toMatchObject([{ template: "verify-email", locale: "vi", props: { expiresInHours: 24 } }]);
  expect(await linkTokenOf(system, "ana-lima@Example.com", "verify-email")).toMatch(/^[a-z2-7]{32}$/);
  expect(mails[0]?.props.link).toMatch(/^http:\/\/localhost:3000\/verify-email#token=/);
});

test("a taken address answers as a new one does; its owner gets a mail and nothing changes", async () => {
  const owner = await makeAccount(system);
  const before = await accountOf(owner.email);
  const output = await registerAccount(
    asGuest(system.web),
    person("someone-else", { email: ` ${owner.email.toUpperCase()} `, password: "Another-Meadow-Window-17" }),
  );
  expect(output).toEqual({ status: "verification_sent" });
  expect(await accountOf(owner.email)).toEqual(before);
  expect(await auditOf(system, owner.id)).toEqual([]);
  const mails = await mailsTo(system, owner.email);
  expect(mails.map(({ template }) => template)).toEqual(["already-registered"]);
  expect(mails[0]?.props).toMatchObject({
    signInLink: "http://localhost:3000/sign-in",
    resetLink: "http://localhost:3000/forgot-password",
  });
  const { rows } = await system.owner.query("SELECT 1 FROM one_time_token WHERE account_id IS NULL");
  expect(rows).toEqual([]);
});

test("the owner of a taken address is told five times an hour at most, and the answer does not change", async () => {
  const owner = await makeAccount(system);
  for (let index = 0; index < 7; index++) {
    const answer = await registerAccount(asGuest(system.web), person(`bomber-${index}`, { email: owner.email }));
    expect(answer).toEqual({ status: "verification_sent" });
  }
  expect(await mailsTo(system, owner.email)).toHaveLength(5);
});

test("a taken username is said whether or not the address is taken, and so is one that reads the same", async () => {
  const owner = await makeAccount(system, { username: "r0bin-hood" });
  for (const email of [owner.email, "free-address@example.com"]) {
    for (const username of ["r0bin-hood", "robinhood"]) {
      expect(await refused(person("x", { email, username }))).toMatchObject({ code: "USERNAME_TAKEN" });
    }
  }
  expect(await mailsTo(system, owner.email)).toEqual([]);
  expect(await accountOf("free-address@example.com")).toBeUndefined();
});

test("twenty registrations of one address at once make one account, and all get the same answer", async () => {
  const { values, codes } = await twentyAtOnce((index) =>
    registerAccount(asGuest(system.web), person(`racer-${index}`, { email: "racer@example.com" })),
  );
  expect(codes).toEqual([]);
  expect(values).toHaveLength(20);
  const { rows } = await system.owner.query("SELECT id FROM account WHERE email_normal = 'racer@example.com'");
  expect(rows).toHaveLength(1);
  expect(await auditOf(system, rows[0].id)).toHaveLength(1);
});

test("twenty registrations of one username at once make one account", async () => {
  const { values, codes } = await twentyAtOnce((index) =>
    registerAccount(asGuest(system.web), person("one-name", { email: `one-name-${index}@example.com` })),
  );
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("USERNAME_TAKEN"));
});

test.each([
  ["short", ["PASSWORD_TOO_SHORT", "PASSWORD_UPPER", "PASSWORD_DIGIT", "PASSWORD_SPECIAL"]],
  ["Policy-Tester-2026", ["PASSWORD_CONTEXT"]],
  ["PronaFlow2026!", ["PASSWORD_CONTEXT"]],
  ["Password1234!", ["PASSWORD_COMMON"]],
  [`Aa1!${"é".repeat(125)}`, ["PASSWORD_TOO_LONG"]],
])("the password %s is refused with every unmet rule at once", async (password, rules) => {
  const error = await refused(person("policy-tester", { password }));
  expect(error).toMatchObject({ code: "PASSWORD_REFUSED" });
  expect(error?.meta.rules).toEqual(expect.arrayContaining(rules));
  expect(error?.fields).toEqual({ password: error?.meta.rules });
  expect(await accountOf("policy-tester@example.com")).toBeUndefined();
});

test("128 characters are a password, counted as code points", async () => {
  await registerAccount(asGuest(system.web), person("long-one", { password: `Aa1!${"😀🎈✨🍀".repeat(31)}` }));
  expect(await accountOf("long-one@example.com")).toBeDefined();
});

test("under PASSWORD_POLICY=length fifteen characters of any kind are enough, and fourteen are not", async () => {
  const lengthPolicy = { ...system.web, env: { ...system.web.env, PASSWORD_POLICY: "length" as const } };
  const error = await refused(person("lengthy", { password: "quiet harbours" }), lengthPolicy);
  expect(error?.meta.rules).toEqual(["PASSWORD_TOO_SHORT_FOR_POLICY"]);
  expect(await refused(person("lengthy", { password: "quiet harbours x" }), lengthPolicy)).toBeNull();
});

test("a hundred registrations an hour from one address, then it waits", async () => {
  const ctx = asGuest(system.web, { ip: "198.51.100.9" });
  const weak = { password: "weak" };
  for (let index = 0; index < 100; index++) {
    await expect(registerAccount(ctx, person(`many-${index}`, weak))).rejects.toMatchObject({
      code: "PASSWORD_REFUSED",
    });
  }
  await expect(registerAccount(ctx, person("many-100", weak))).rejects.toMatchObject({
    code: "RATE_LIMITED",
    meta: { retryAfterSeconds: 36 },
  });
});
