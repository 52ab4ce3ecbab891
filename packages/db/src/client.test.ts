import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Database, DatabaseOptions } from "./client.ts";
import { openDatabase } from "./client.ts";
import type { Embedded } from "./embedded.ts";
import { classifyFailure } from "./failures.ts";
import { startTemporary } from "./temporary.ts";

let server: Embedded;
let owner: pg.Client;

beforeAll(async () => {
  server = await startTemporary();
  owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query("CREATE TABLE counted (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())");
});

afterAll(async () => {
  await owner.end();
  await server.stop();
});

function open(options: Partial<DatabaseOptions> = {}): Database {
  const database = openDatabase({
    url: server.url,
    poolMax: 1,
    acquireTimeoutMs: 2_000,
    statementTimeoutMs: 500,
    lockTimeoutMs: 300,
    idleInTransactionTimeoutMs: 4_000,
    applicationName: "client-test",
    ...options,
  });
  onTestFinished(() => database.close());
  return database;
}

async function backendOf(database: Database): Promise<number> {
  const [row] = await database.hot<{ pid: number }>("pid", "SELECT pg_backend_pid() AS pid", []);
  return row?.pid ?? 0;
}

test("every connection carries its limits, its name and UTC", async () => {
  const names = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "application_name"];
  const sql = "SELECT current_setting(name) AS value FROM unnest($1::text[]) WITH ORDINALITY AS n(name, i) ORDER BY i";
  const rows = await open().hot<{ value: string }>("settings", sql, [[...names, "TimeZone"]]);
  expect(rows.map(({ value }) => value)).toEqual(["500ms", "300ms", "4s", "client-test", "UTC"]);
});

test("Prisma and the hot reads share one connection where the pool has one", async () => {
  const database = open();
  const [row] = await database.prisma.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  expect(row?.pid).toBe(await backendOf(database));
});

test("a statement is prepared once, by Prisma and by the hot reads alike", async () => {
  const database = open();
  for (const id of [1, 2, 3]) {
    await database.prisma.$queryRaw`SELECT id FROM counted WHERE id = ${id}`;
    await database.hot("counted", "SELECT at FROM counted WHERE id = $1", [id]);
  }
  const prepared = await database.prisma.$queryRaw`
    SELECT (generic_plans + custom_plans)::int AS runs FROM pg_prepared_statements WHERE statement LIKE '%FROM counted WHERE id = $1'`;
  expect(prepared).toEqual([{ runs: 3 }, { runs: 3 }]);
});

test("undefined in a filter is refused instead of matching everything", async () => {
  const database = open();
  // The type forbids it too; a cast somewhere else must not reach every row.
  const filter = { id: undefined } as unknown as { id: string };
  await expect(database.prisma.account.deleteMany({ where: filter })).rejects.toThrow(/undefined/);
});

test("hot reads go on through a migration that makes their plans stale", async () => {
  const database = open({ poolMax: 3 });
  const read = () => database.hot("star", "SELECT * FROM counted", []);
  await Promise.all([read(), read(), read()]);
  await owner.query("ALTER TABLE counted ADD COLUMN note text");
  await Promise.all([read(), read(), read()]);
});

test("a transaction that meets a stale plan is told to run again, and then does", async () => {
  const database = open();
  const run = () => database.prisma.$transaction((tx) => tx.$queryRaw`SELECT * FROM counted`);
  await run();
  await owner.query("ALTER TABLE counted ADD COLUMN more text");
  const failure: unknown = await run().catch((error: unknown) => error);
  expect(classifyFailure(failure)).toEqual({ kind: "serialization" });
  await run();
});

test("a frozen backend is given up on while it still sleeps, and its half-open transaction is never handed on", async () => {
  const database = open();
  const pid = await backendOf(database);
  const frozen = database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO counted (id) VALUES (77)`;
    process.kill(pid, "SIGSTOP");
    await tx.$executeRaw`INSERT INTO counted (id) VALUES (78)`;
  });
  const failure: unknown = await frozen.catch((error: unknown) => error);
  expect(classifyFailure(failure)).toEqual({ kind: "unavailable" });
  // With a pool of one: the next statement needs a new connection while the old backend still sleeps.
  expect(await backendOf(database)).not.toBe(pid);
  process.kill(pid, "SIGCONT");
  await database.prisma.$executeRaw`INSERT INTO counted (id) VALUES (79)`;
  await expect
    .poll(async () => (await owner.query("SELECT id FROM counted WHERE id > 70 ORDER BY id")).rows)
    .toEqual([{ id: 79 }]);
});

test("a connection given back inside an open transaction is not handed out again", async () => {
  const database = open();
  const client = await database.pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO counted (id) VALUES (90)");
  client.release();
  await database.prisma.$executeRaw`INSERT INTO counted (id) VALUES (91)`;
  expect((await owner.query("SELECT id FROM counted WHERE id >= 90")).rows).toEqual([{ id: 91 }]);
});

test("after the server's restart the same pool works again", async () => {
  const own = await startTemporary();
  onTestFinished(() => own.stop());
  const database = open({ url: own.url, poolMax: 4 });
  await Promise.all(Array.from({ length: 4 }, () => database.prisma.$queryRaw`SELECT pg_sleep(0.05)::text`));
  const [row] = await database.hot<{ pid: number }>(
    "checkpointer",
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'",
    [],
  );
  process.kill(row?.pid ?? 0, "SIGKILL");
  const failures = new Set<string>();
  const ask = () =>
    database.prisma.$queryRaw`SELECT 1 AS one`.catch(
      (error: unknown) => void failures.add(classifyFailure(error).kind),
    );
  await expect.poll(ask, { timeout: 10_000 }).toEqual([{ one: 1 }]);
  expect([...failures].filter((kind) => kind !== "unavailable")).toEqual([]);
});
