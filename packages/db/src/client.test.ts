import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Database, DatabaseOptions } from "./client.ts";
import { openDatabase } from "./client.ts";
import type { Embedded } from "./embedded.ts";
import { classifyFailure } from "./failures.ts";
import { Prisma } from "./generated/client.ts";
import { startTemporary } from "./temporary.ts";
import type { Tx } from "./transaction.ts";

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

const once = <Rows>(database: Database, work: (tx: Tx) => Promise<Rows>) =>
  database.transaction(work, { timeoutMs: 2_000 });

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

test("transactions and the hot reads share one connection where the pool has one", async () => {
  const database = open();
  const [row] = await once(database, (tx) => tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`);
  expect(row?.pid).toBe(await backendOf(database));
});

test("a statement is prepared once, in transactions and by the hot reads alike", async () => {
  const database = open();
  for (const id of [1, 2, 3]) {
    await once(database, (tx) => tx.$queryRaw`SELECT id FROM counted WHERE id = ${id}`);
    await database.hot("counted", "SELECT at FROM counted WHERE id = $1", [id]);
  }
  const { rows: prepared } = await database.pool.query(`
    SELECT (generic_plans + custom_plans)::int AS runs FROM pg_prepared_statements WHERE statement LIKE '%FROM counted WHERE id = $1'`);
  expect(prepared).toEqual([{ runs: 3 }, { runs: 3 }]);
});

test("undefined is refused instead of being written as null", async () => {
  const database = open();
  // A filter with null matches nothing, a column takes it: neither is what somebody meant.
  const id = undefined as unknown as number;
  const write = once(database, (tx) => tx.$executeRaw`UPDATE counted SET id = ${id}`);
  await expect(write).rejects.toThrow(/undefined/);
});

test("pieces of SQL stand in SQL, values beside it, and come back as what they are", async () => {
  const database = open();
  const at = new Date("2026-03-01T10:00:00.123Z");
  const [bytes, list] = [Buffer.from("tide"), ["a", null, 'c"d', "{e}"]];
  const where = Prisma.sql`x.at = ${at} AND ${Prisma.join([Prisma.sql`true`, Prisma.sql`${1} = 1`], " AND ")}`;
  const rows = await once(
    database,
    (tx) => tx.$queryRaw`SELECT x.at, ${bytes}::bytea AS bytes, ${list}::text[] AS list, 9007199254740993::int8 AS big,
      ${{ a: [1] }}::jsonb AS doc, ${null}::text AS nothing, 7::int4 AS small
    FROM (SELECT ${at}::timestamptz AS at) x WHERE ${where}`,
  );
  expect(rows).toEqual([{ at, bytes, list, big: 9007199254740993n, doc: { a: [1] }, nothing: null, small: 7 }]);
});

test("a statement that failed inside takes all back, also where its failure was swallowed", async () => {
  const database = open();
  const act = once(database, async (tx) => {
    await tx.$executeRaw`INSERT INTO counted (id) VALUES (50)`;
    await tx.$executeRaw`INSERT INTO counted (id) VALUES (50)`.catch(() => undefined);
  });
  await expect(act).rejects.toThrow(/taken back/);
  expect((await owner.query("SELECT 1 FROM counted WHERE id = 50")).rows).toEqual([]);
});

test("a transaction that is over sends nothing more: its connection may be another's", async () => {
  const database = open();
  let kept: Tx | undefined;
  await once(database, async (tx) => {
    kept = tx;
  });
  await expect(kept?.$executeRawUnsafe("INSERT INTO counted (id) VALUES (51)")).rejects.toThrow();
  expect((await owner.query("SELECT 1 FROM counted WHERE id = 51")).rows).toEqual([]);
});

test("what is sent together is carried out in order, and each sees what those before it wrote", async () => {
  const seen = await once(open(), (tx) =>
    Promise.all([
      tx.$queryRaw`SELECT id FROM counted WHERE id = 60`,
      tx.$executeRaw`INSERT INTO counted (id) VALUES (60)`,
      tx.$queryRaw`SELECT id FROM counted WHERE id = 60`,
      tx.$executeRaw`DELETE FROM counted WHERE id = 60`,
      tx.$queryRaw`SELECT id FROM counted WHERE id = 60`,
    ]),
  );
  expect(seen).toEqual([[], 1, [{ id: 60 }], 1, []]);
});

test("where there is no transaction nothing is written, and why there is none is what is told", async () => {
  const database = open();
  database.pool.on("connect", (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const refusing = (...given: unknown[]) =>
      given[0] === "BEGIN" ? Promise.reject(new Error("no BEGIN today")) : query(...given);
    client.query = refusing as pg.PoolClient["query"];
  });
  const act = once(database, async (tx) => {
    await tx.$queryRaw`SELECT 1`;
    await tx.$executeRaw`INSERT INTO counted (id) VALUES (61)`.catch(() => undefined);
    throw new Error("found nothing");
  });
  await expect(act).rejects.toThrow("no BEGIN today");
  expect((await owner.query("SELECT 1 FROM counted WHERE id = 61")).rows).toEqual([]);
});

test("a part of the work that is still on its way when another fails writes nothing after the end", async () => {
  const database = open();
  let late: Promise<unknown> | undefined;
  const act = once(database, (tx) => {
    late = tx.$queryRaw`SELECT 1`.then(() => tx.$executeRaw`INSERT INTO counted (id) VALUES (62)`);
    late.catch(() => undefined);
    return Promise.all([late, Promise.reject(new Error("refused"))]);
  });
  await expect(act).rejects.toThrow("refused");
  await expect(late).rejects.toThrow();
  expect((await owner.query("SELECT 1 FROM counted WHERE id = 62")).rows).toEqual([]);
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
  const run = () => once(database, (tx) => tx.$queryRaw`SELECT * FROM counted`);
  await run();
  await owner.query("ALTER TABLE counted ADD COLUMN more text");
  const failure: unknown = await run().catch((error: unknown) => error);
  expect(classifyFailure(failure)).toEqual({ kind: "serialization" });
  await run();
});

test("a frozen backend is given up on while it still sleeps, and its half-open transaction is never handed on", async () => {
  const database = open();
  const pid = await backendOf(database);
  const frozen = once(database, async (tx) => {
    await tx.$executeRaw`INSERT INTO counted (id) VALUES (77)`;
    process.kill(pid, "SIGSTOP");
    await tx.$executeRaw`INSERT INTO counted (id) VALUES (78)`;
  });
  const failure: unknown = await frozen.catch((error: unknown) => error);
  expect(classifyFailure(failure)).toEqual({ kind: "unavailable" });
  // With a pool of one: the next statement needs a new connection while the old backend still sleeps.
  expect(await backendOf(database)).not.toBe(pid);
  process.kill(pid, "SIGCONT");
  await database.pool.query("INSERT INTO counted (id) VALUES (79)");
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
  await database.pool.query("INSERT INTO counted (id) VALUES (91)");
  expect((await owner.query("SELECT id FROM counted WHERE id >= 90")).rows).toEqual([{ id: 91 }]);
});

test("after the server's restart the same pool works again", async () => {
  const own = await startTemporary();
  onTestFinished(() => own.stop());
  const database = open({ url: own.url, poolMax: 4 });
  await Promise.all(Array.from({ length: 4 }, () => database.pool.query("SELECT pg_sleep(0.05)")));
  const [row] = await database.hot<{ pid: number }>(
    "checkpointer",
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'",
    [],
  );
  process.kill(row?.pid ?? 0, "SIGKILL");
  const failures = new Set<string>();
  const ask = () =>
    once(database, (tx) => tx.$queryRaw`SELECT 1 AS one`).catch(
      (error: unknown) => void failures.add(classifyFailure(error).kind),
    );
  await expect.poll(ask, { timeout: 10_000 }).toEqual([{ one: 1 }]);
  expect([...failures].filter((kind) => kind !== "unavailable")).toEqual([]);
});
