import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, keepAddress, makeAccount, openTestSystem, TEST_PASSWORD } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { registerAccount, requestPasswordReset, resendVerification, signIn } from "../identity/index.ts";

const WRONG = "Wrong-guess-1!";
let system: TestSystem;
const statements: string[] = [];
beforeAll(async () => {
  system = await openTestSystem();
  system.web.db.pool.on("connect", (client: { query: unknown }) => {
    const query = client.query as (...given: unknown[]) => unknown;
    client.query = (...given: unknown[]) => {
      const [first] = given as [string | { text?: string }];
      statements.push(nameOf(typeof first === "string" ? first : (first.text ?? "")));
      return Reflect.apply(query, client, given);
    };
  });
});
afterAll(() => system.close());
// Limits count by the hour.
beforeEach(() => system.clock.advance({ hours: 2 }));

/** What a statement does, without what it says: its verb, or the function of the database that it calls. */
function nameOf(text: string): string {
  const called = /\b(rate_take|enqueue|audit_append)\(/.exec(text)?.[1];
  if (called) return called;
  if (/^ROLLBACK TO|^SAVEPOINT spent/.test(text)) return "savepoint";
  return /^\s*(\w+)/.exec(text)?.[1] ?? text;
}

type Work = { hashes: number; answer: unknown } & Record<string, unknown>;

/** What a caller hears, the passwords that were hashed for it, and how often the database was asked each thing. */
async function workOf(act: () => Promise<unknown>): Promise<Work> {
  const { completed } = system.web.hasher.stats();
  statements.length = 0;
  const answer = await act().catch(({ code, meta, fields }) => ({ code, meta, fields }));
  const counts: Record<string, number> = {};
  for (const name of statements) counts[name] = (counts[name] ?? 0) + 1;
  return { hashes: system.web.hasher.stats().completed - completed, answer, ...counts };
}

/** Making room for work and taking it back costs two small statements: that, and nothing else, is not counted. */
function withoutSavepoints({ savepoint: _savepoint, ...work }: Work) {
  return work;
}

const guest = () => asGuest(system.web);
const enter = (identifier: string, password: string) =>
  workOf(() => signIn(guest(), { identifier, password })).then(withoutSavepoints);
const failTimes = async (account: TestAccount, times: number) => {
  for (let count = 0; count < times; count++) await enter(account.email, WRONG);
};

test("a sign-in is refused at one cost: nobody, wrong, locking, locked, suspended, deleted, disabled", async () => {
  const [account, locked, disabled] = [await makeAccount(system), await makeAccount(system), await makeAccount(system)];
  const suspended = await makeAccount(system, { status: "SUSPENDED" });
  const deleted = await makeAccount(system, { status: "DELETED" });
  await system.owner.query("UPDATE account SET password_disabled_at = now() WHERE id = $1", [disabled.id]);
  const nobody = await enter("nobody@example.com", TEST_PASSWORD);
  expect(nobody).toMatchObject({ hashes: 1, answer: { code: "INVALID_CREDENTIALS", meta: {} }, enqueue: 1 });
  expect(await enter("nobody", WRONG), "nobody by username").toEqual(nobody);
  expect(await enter(account.email, WRONG), "wrong").toEqual(nobody);
  expect(await enter(account.username, WRONG), "wrong by username").toEqual(nobody);
  await failTimes(locked, 4);
  expect(await enter(locked.email, WRONG), "locking").toEqual(nobody);
  expect(await enter(locked.email, WRONG), "locked and wrong").toEqual(nobody);
  expect(await enter(locked.email, TEST_PASSWORD), "locked and right").toEqual(nobody);
  for (const [name, { email }] of Object.entries({ suspended, deleted, disabled })) {
    expect(await enter(email, TEST_PASSWORD), `${name} and right`).toEqual(nobody);
    expect(await enter(email, WRONG), `${name} and wrong`).toEqual(nobody);
  }
});

test("a registration costs the same whether or not the address is taken, but for two look-ups by key", async () => {
  const [taken, kept, often] = [await makeAccount(system), await makeAccount(system), await makeAccount(system)];
  const deleted = await makeAccount(system, { status: "DELETED" });
  await keepAddress(system, kept, "kept@example.com");
  let count = 0;
  const register = (email: string) => {
    const given = { email, username: `newcomer-${++count}`, displayName: "New", password: "Blue-Canal-Ladder-31" };
    return workOf(() => registerAccount(guest(), given)).then(withoutSavepoints);
  };
  const free = await register("free@example.com");
  expect(free).toMatchObject({ hashes: 1, answer: { status: "verification_sent" }, enqueue: 1, audit_append: 1 });
  const { SELECT: _none, ...writes } = free;
  const same = { ...writes, SELECT: 2 };
  expect(await register(taken.email), "taken").toEqual(same);
  expect(await register(deleted.email), "deleted").toEqual(same);
  for (let told = 0; told < 5; told++) await register(often.email);
  expect(await register(often.email), "told often enough").toEqual(same);
  // Whose address it was before a change: found by one more key, and locked as the holder it is.
  expect(await register("kept@example.com"), "kept").toEqual({ ...same, SELECT: 4 });
});

test("asking for a reset costs the same whoever has the address, or nobody", async () => {
  const [known, pending] = [await makeAccount(system), await makeAccount(system, { status: "PENDING" })];
  const suspended = await makeAccount(system, { status: "SUSPENDED" });
  const deleted = await makeAccount(system, { status: "DELETED" });
  const ask = (email: string) => workOf(() => requestPasswordReset(guest(), { email })).then(withoutSavepoints);
  const nobody = await ask("nobody@example.com");
  expect(nobody).toMatchObject({ hashes: 0, answer: { status: "accepted" }, enqueue: 1, audit_append: 1 });
  for (const [name, { email }] of Object.entries({ known, pending, suspended, deleted }))
    expect(await ask(email), name).toEqual(nobody);
});

test("asking for the verification mail again costs the same whether or not one is owed", async () => {
  const [known, pending] = [await makeAccount(system), await makeAccount(system, { status: "PENDING" })];
  const deleted = await makeAccount(system, { status: "DELETED" });
  const ask = (email: string) => workOf(() => resendVerification(guest(), { email })).then(withoutSavepoints);
  const nobody = await ask("nobody@example.com");
  expect(nobody).toMatchObject({ hashes: 0, answer: { status: "accepted" }, enqueue: 1, audit_append: 1 });
  for (const [name, { email }] of Object.entries({ known, pending, deleted }))
    expect(await ask(email), name).toEqual(nobody);
});
