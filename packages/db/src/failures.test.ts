import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "./client.ts";
import { openDatabase } from "./client.ts";
import type { Embedded } from "./embedded.ts";
import { classifyFailure } from "./failures.ts";
import { startTemporary } from "./temporary.ts";

let server: Embedded;
let database: Database;

const limits = {
  poolMax: 4,
  acquireTimeoutMs: 1_000,
  statementTimeoutMs: 600,
  lockTimeoutMs: 200,
  idleInTransactionTimeoutMs: 5_000,
  applicationName: "failures",
};

beforeAll(async () => {
  server = await startTemporary();
  database = openDatabase({ ...limits, url: server.url });
  await database.pool.query(`
    CREATE TABLE parent (id uuid PRIMARY KEY);
    CREATE TABLE child (
      id int PRIMARY KEY,
      name text CONSTRAINT child_name_key UNIQUE,
      size int CONSTRAINT child_size_check CHECK (size > 0),
      parent uuid REFERENCES parent ON DELETE RESTRICT,
      doc jsonb,
      short varchar(3)
    )`);
});

beforeEach(async () => {
  await database.pool.query("TRUNCATE child, parent");
  await database.pool.query("INSERT INTO child (id, name, size) VALUES (1, 'a', 1), (2, 'b', 1)");
});

afterAll(async () => {
  await database.close();
  await server.stop();
});

/** The same statement alone and in a transaction: both have to be understood. */
const drivers = {
  pg: (sql: string, values: unknown[] = []) => database.pool.query(sql, values),
  "pg, prepared": (sql: string, values: unknown[] = []) => database.hot(sql.slice(0, 60), sql, values),
  "in a transaction": (sql: string, values: unknown[] = []) =>
    database.transaction((tx) => tx.$executeRawUnsafe(sql, ...values), { timeoutMs: 2_000 }),
};

async function failureOf(act: Promise<unknown>) {
  const error: unknown = await act.then(
    () => expect.unreachable("the statement should have failed"),
    (reason: unknown) => reason,
  );
  return classifyFailure(error);
}

for (const [driver, run] of Object.entries(drivers)) {
  test(`${driver}: a broken constraint is named`, async () => {
    expect(await failureOf(run("INSERT INTO child (id, name) VALUES (3, 'a')"))).toEqual({
      kind: "unique",
      constraint: "child_name_key",
    });
    expect(await failureOf(run("INSERT INTO child (id, size) VALUES (4, 0)"))).toEqual({
      kind: "check",
      constraint: "child_size_check",
    });
    const orphan = "INSERT INTO child (id, parent) VALUES (5, '00000000-0000-0000-0000-000000000000')";
    expect(await failureOf(run(orphan))).toEqual({ kind: "foreign_key" });
  });

  test(`${driver}: text that cannot be stored is told from other failures`, async () => {
    const store = "INSERT INTO child (id, name) VALUES (6, $1)";
    expect(await failureOf(run(store, ["nul \0"]))).toEqual({ kind: "invalid_text" });
    const storeDoc = "INSERT INTO child (id, doc) VALUES (7, $1::text::jsonb)";
    expect(await failureOf(run(storeDoc, [JSON.stringify("nul \0")]))).toEqual({ kind: "invalid_text" });
    expect(await failureOf(run(storeDoc, [JSON.stringify("lone \ud800")]))).toEqual({ kind: "invalid_text" });
    expect(await failureOf(run("SELECT $1::text::uuid", ["not a uuid"]))).toEqual({ kind: "invalid_text" });
    expect(await failureOf(run("INSERT INTO child (id, short) VALUES (8, $1)", ["four"]))).toEqual({
      kind: "invalid_text",
    });
    expect(await failureOf(run("SELECT nothing FROM nowhere"))).toEqual({ kind: "other" });
  });

  test(`${driver}: a statement that takes too long is a timeout`, async () => {
    expect(await failureOf(run("SELECT pg_sleep(30)"))).toEqual({ kind: "timeout" });
  });

  test(`${driver}: a lock held by another is a lock timeout`, async () => {
    const holder = new pg.Client(server.url);
    await holder.connect();
    await holder.query("BEGIN; UPDATE child SET size = 2 WHERE id = 1");
    expect(await failureOf(run("UPDATE child SET size = 3 WHERE id = 1"))).toEqual({ kind: "lock_timeout" });
    await holder.end();
  });

  test(`${driver}: a backend that is ended is unavailable`, async () => {
    const act = run("SELECT pg_terminate_backend(pg_backend_pid())");
    expect(await failureOf(act)).toEqual({ kind: "unavailable" });
    await run("SELECT 1");
  });
}

test("two serializable transactions that read what the other writes: one is told to run again", async () => {
  const act = (id: number) =>
    database.transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT sum(size) FROM child`;
        await rendezvous();
        await tx.$executeRaw`INSERT INTO child (id, size) VALUES (${id}, 1)`;
      },
      { timeoutMs: 2_000, isolation: "SERIALIZABLE" },
    );
  const rendezvous = meeting(2);
  expect(await failuresOf([act(101), act(102)])).toEqual([{ kind: "serialization" }]);
});

test("two transactions that lock in opposite order: one is told it was a deadlock", async () => {
  const patient = openDatabase({ ...limits, url: server.url, lockTimeoutMs: 10_000, statementTimeoutMs: 10_000 });
  const rendezvous = meeting(2);
  const act = (first: number, second: number) =>
    patient.transaction(
      async (tx) => {
        await tx.$executeRaw`UPDATE child SET size = 5 WHERE id = ${first}`;
        await rendezvous();
        await tx.$executeRaw`UPDATE child SET size = 6 WHERE id = ${second}`;
      },
      { timeoutMs: 20_000 },
    );
  expect(await failuresOf([act(1, 2), act(2, 1)])).toEqual([{ kind: "deadlock" }]);
  await patient.close();
});

test("a pool with no connection free, and a server that is not there, are unavailable", async () => {
  const small = openDatabase({ ...limits, url: server.url, poolMax: 1, acquireTimeoutMs: 100 });
  const taken = await small.pool.connect();
  expect(await failureOf(small.pool.query("SELECT 1"))).toEqual({ kind: "unavailable" });
  expect(await failureOf(small.transaction((tx) => tx.$queryRaw`SELECT 1`, { timeoutMs: 2_000 }))).toEqual({
    kind: "unavailable",
  });
  taken.release();
  await small.close();

  const nowhere = openDatabase({ ...limits, url: "postgresql://nobody:x@127.0.0.1:9/none" });
  expect(await failureOf(nowhere.hot("ping", "SELECT 1", []))).toEqual({ kind: "unavailable" });
  expect(await failureOf(nowhere.transaction((tx) => tx.$queryRaw`SELECT 1`, { timeoutMs: 2_000 }))).toEqual({
    kind: "unavailable",
  });
  await nowhere.close();
});

test("a transaction that is open too long is a timeout, and what it wrote is gone", async () => {
  const act = database.transaction(
    async (tx) => {
      await tx.$executeRaw`INSERT INTO child (id, size) VALUES (201, 1)`;
      await tx.$queryRaw`SELECT pg_sleep(0.2)::text`;
      await tx.$queryRaw`SELECT 1`;
    },
    { timeoutMs: 50 },
  );
  expect(await failureOf(act)).toEqual({ kind: "timeout" });
  expect((await database.pool.query("SELECT 1 FROM child WHERE id = 201")).rows).toEqual([]);
});

test("anything may be asked about", () => {
  for (const odd of [null, undefined, "text", 7, new Error("plain"), { code: 42 }, Object.create(null)]) {
    expect(classifyFailure(odd)).toEqual({ kind: "other" });
  }
});

async function failuresOf(acts: Promise<unknown>[]) {
  const outcomes = await Promise.allSettled(acts);
  return outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [classifyFailure(outcome.reason)] : []));
}

/** Resolves for each caller once `expected` callers have come. */
function meeting(expected: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived === expected) resolve();
    return promise;
  };
}
