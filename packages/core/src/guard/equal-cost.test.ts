import type { TestSystem } from "@pronaflow/testing";
import { asGuest, makeAccount, openTestSystem, TEST_PASSWORD } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../identity/index.ts";

let system: TestSystem;
const statements: string[] = [];
beforeAll(async () => {
  system = await openTestSystem();
  system.web.db.pool.on("connect", (client: { query: unknown }) => {
    const query = client.query as (...given: unknown[]) => unknown;
    client.query = (...given: unknown[]) => {
      const [first] = given as [string | { text?: string }];
      statements.push(typeof first === "string" ? first : (first.text ?? ""));
      return Reflect.apply(query, client, given);
    };
  });
});
afterAll(() => system.close());

/** What the database is asked while a sign-in is refused: the first words of each statement, and how many hashes. */
async function costOf(identifier: string, password: string) {
  statements.length = 0;
  const { completed } = system.web.hasher.stats();
  const refused = signIn(asGuest(system.web), { identifier, password });
  await expect(refused).rejects.toMatchObject({ code: "INVALID_CREDENTIALS", meta: {} });
  return { count: statements.length, hashes: system.web.hasher.stats().completed - completed };
}

test("a sign-in is refused at one cost: nobody, wrong, locked and wrong, locked and right, suspended, disabled", async () => {
  const [account, locked] = [await makeAccount(system), await makeAccount(system)];
  const suspended = await makeAccount(system, { status: "SUSPENDED" });
  const disabled = await makeAccount(system);
  await system.owner.query("UPDATE account SET password_disabled_at = now() WHERE id = $1", [disabled.id]);
  const nobody = await costOf("nobody@example.com", TEST_PASSWORD);
  const wrong = await costOf(account.email, "Wrong-guess-1!");
  for (let count = 0; count < 4; count++) await costOf(locked.email, "Wrong-guess-1!");
  const locking = await costOf(locked.email, "Wrong-guess-1!");
  const lockedRight = await costOf(locked.email, TEST_PASSWORD);
  expect(nobody.hashes).toBe(1);
  expect(lockedRight).toEqual(await costOf(locked.email, "Wrong-guess-1!"));
  expect(lockedRight).toEqual(wrong);
  for (const { id, ...cost } of [
    { id: "nobody", ...nobody },
    { id: "locking", ...locking },
    { id: "suspended", ...(await costOf(suspended.email, TEST_PASSWORD)) },
    { id: "disabled", ...(await costOf(disabled.email, TEST_PASSWORD)) },
  ]) {
    expect(cost.hashes, id).toBe(1);
    // A savepoint and its end, and the link of nobody, stand for what an account's row costs.
    expect(Math.abs(cost.count - wrong.count), id).toBeLessThanOrEqual(4);
  }
});
