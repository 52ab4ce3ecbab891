import type { Tx } from "@pronaflow/db";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asUser, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listWorkspaces } from "../workspaces/index.ts";
import { reading, transact } from "./transaction.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "4" });
  owner = await makeAccount(system);
});

afterAll(() => system.close());

const raise = (tx: Tx, state: string) => tx.$executeRawUnsafe(`DO $$ BEGIN RAISE SQLSTATE '${state}'; END $$`);

test.each(["40001", "40P01"])("a transaction that meets %s is repeated whole, up to three times", async (state) => {
  let runs = 0;
  const meet = (failures: number) =>
    transact(system.web, { accountId: owner.id }, async (tx) => {
      runs++;
      await tx.$executeRaw`UPDATE account SET display_name = display_name || '+' WHERE id = ${owner.id}::uuid`;
      if (runs <= failures) await raise(tx, state);
      return runs;
    });
  await system.owner.query("UPDATE account SET display_name = 'Once' WHERE id = $1", [owner.id]);
  expect(await meet(3)).toBe(4);
  const { rows } = await system.owner.query("SELECT display_name FROM account WHERE id = $1", [owner.id]);
  expect(rows).toEqual([{ display_name: "Once+" }]);
  runs = 0;
  await expect(meet(4)).rejects.toMatchObject({ code: "BUSY", meta: { retryAfterSeconds: 1 } });
  expect(runs).toBe(4);
});

test("two transactions that lock each other both end, each with its effect once", async () => {
  const [one, two] = await Promise.all([makeAccount(system), makeAccount(system)]);
  const mark = (tx: Tx, id: string) =>
    tx.$executeRaw`UPDATE account SET display_name = display_name || '+' WHERE id = ${id}::uuid`;
  let waiting = 0;
  let meet: () => void = () => {};
  const bothHoldOne = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const crossing = (first: string, second: string) =>
    transact(system.web, {}, async (tx) => {
      await mark(tx, first);
      if (++waiting === 2) meet();
      await bothHoldOne;
      await mark(tx, second);
    });
  await Promise.all([crossing(one.id, two.id), crossing(two.id, one.id)]);
  expect(waiting).toBeGreaterThan(2);
  const { rows } = await system.owner.query("SELECT display_name FROM account WHERE id = ANY($1)", [[one.id, two.id]]);
  expect(rows.map(({ display_name: name }) => name.replace(/^[^+]*/, ""))).toEqual(["++", "++"]);
});

test.each([
  ["57014", "TIMEOUT"],
  ["55P03", "BUSY"],
  ["57P01", "UNAVAILABLE"],
  ["22021", "INVALID_INPUT"],
])("the database's %s is answered with %s, at once", async (state, code) => {
  let runs = 0;
  const failing = transact(system.web, {}, async (tx) => {
    runs++;
    await raise(tx, state);
  });
  await expect(failing).rejects.toMatchObject({ code });
  expect(runs).toBe(1);
});

test("a failure that nobody foresaw stays what it is: it shows as a fault, not as a code", async () => {
  await expect(transact(system.web, {}, (tx) => raise(tx, "XX000"))).rejects.not.toHaveProperty("name", "ProductError");
  await expect(reading(async () => Promise.reject(new TypeError("a bug")))).rejects.toBeInstanceOf(TypeError);
});

test("the wall of one transaction is gone in the next, on the same connection", async () => {
  const single = await openTestSystem({ DATABASE_POOL_MAX: "1" });
  try {
    const person = await makeAccount(single);
    const { id } = await makeWorkspace(single, person);
    const seen = (tx: Tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM membership WHERE workspace_id = ${id}::uuid`;
    expect(await transact(single.web, { workspaceId: id }, seen)).toHaveLength(1);
    expect(await transact(single.web, {}, seen)).toEqual([]);
    await expect(transact(single.web, { workspaceId: id }, (tx) => raise(tx, "XX000"))).rejects.toThrow();
    expect(await transact(single.web, {}, seen)).toEqual([]);
    expect(await listWorkspaces(await asUser(single, person))).toHaveLength(1);
    expect(await transact(single.web, {}, seen)).toEqual([]);
  } finally {
    await single.close();
  }
});
