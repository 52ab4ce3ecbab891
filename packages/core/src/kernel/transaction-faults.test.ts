import type { Socket } from "node:net";
import { connect, createServer } from "node:net";
import type { Tx } from "@pronaflow/db";
import { openDatabase } from "@pronaflow/db";
import type { TestSystem } from "@pronaflow/testing";
import { asGuest, auditOf, mailsTo, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { guestCommand } from "./command.ts";
import { roleUrls } from "./open-services.ts";
import { reading, transact } from "./transaction.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_STATEMENT_TIMEOUT_MS: "600", DATABASE_LOCK_TIMEOUT_MS: "400" });
  const database = new URL(system.ownerUrl).pathname.slice(1);
  await system.owner.query(`ALTER DATABASE ${database} SET deadlock_timeout = '50ms'`);
  await system.owner.query("CREATE TABLE tally (id int PRIMARY KEY, value int NOT NULL)");
  await system.owner.query("GRANT SELECT, INSERT, UPDATE ON tally TO pronaflow_app");
});
afterAll(() => system.close());
beforeEach(async () => {
  await system.owner.query("TRUNCATE tally");
  await system.owner.query("INSERT INTO tally VALUES (1, 0), (2, 0)");
});

const add = (tx: Tx, id: number) => tx.$executeRaw`UPDATE tally SET value = value + 1 WHERE id = ${id}`;
const tally = async () => {
  const { rows } = await system.owner.query<{ value: number }>("SELECT value FROM tally ORDER BY id");
  return rows.map((row) => row.value);
};

/** A verb that meets a write of another on its first `meetings` runs: PostgreSQL says 40001 to each. */
function countedVerb(meetings: number) {
  let runs = 0;
  const verb = guestCommand({
    action: "account.registered",
    input: z.strictObject({ name: z.string() }),
    async run({ tx, input }) {
      runs += 1;
      await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
      await tx.$queryRaw`SELECT value FROM tally WHERE id = 1`;
      if (runs <= meetings) await system.owner.query("UPDATE tally SET value = value + 100 WHERE id = 1");
      await add(tx, 2);
      await add(tx, 1);
      const props = { displayName: "Ana", timeZone: "UTC", link: "http://localhost/", expiresInHours: 24 };
      const to = `${input.name}@example.com`;
      const mail = { template: "verify-email" as const, to, accountId: null, locale: "en" as const, props };
      return { output: runs, change: { target: input.name }, mails: [mail] };
    },
  });
  return { verb, runs: () => runs };
}

test("a serialisation failure (40001) repeats the whole command, three times, and nothing happens twice", async () => {
  const { verb, runs } = countedVerb(3);
  expect(await verb(asGuest(system.web), { name: "met-thrice" })).toBe(4);
  expect(runs()).toBe(4);
  expect(await tally()).toEqual([301, 1]);
  expect(await auditOf(system, "met-thrice")).toHaveLength(1);
  expect(await mailsTo(system, "met-thrice@example.com")).toHaveLength(1);
});

test("past three repeats the answer is BUSY and nothing has happened", async () => {
  const { verb, runs } = countedVerb(Number.POSITIVE_INFINITY);
  const refused = verb(asGuest(system.web), { name: "met-always" });
  await expect(refused).rejects.toMatchObject({ code: "BUSY", meta: { retryAfterSeconds: 1 } });
  expect(runs()).toBe(4);
  expect(await tally()).toEqual([400, 0]);
  expect(await auditOf(system, "met-always")).toEqual([]);
  expect(await mailsTo(system, "met-always@example.com")).toEqual([]);
});

test("a deadlock (40P01) repeats the one that lost; both are done once", async () => {
  let runs = 0;
  const met = Promise.withResolvers<void>();
  const crossing = (first: number, second: number) =>
    transact(system.web, {}, async (tx) => {
      runs += 1;
      await add(tx, first);
      // Each holds its first row before either asks for its second.
      if (runs === 2) met.resolve();
      await met.promise;
      await add(tx, second);
    });
  await Promise.all([crossing(1, 2), crossing(2, 1)]);
  // The loser may take its first row back before the winner is woken, and lose once more.
  expect(runs).toBeGreaterThanOrEqual(3);
  expect(await tally()).toEqual([2, 2]);
});

test("an unknown fault is not repeated", async () => {
  for (const statement of ["SELECT 1 / 0", "SELECT no_such_thing"]) {
    let runs = 0;
    const work = transact(system.web, {}, async (tx) => {
      runs += 1;
      await add(tx, 1);
      await tx.$queryRawUnsafe(statement);
    });
    await expect(work).rejects.not.toHaveProperty("meta.retryAfterSeconds");
    expect(runs).toBe(1);
  }
  expect(await tally()).toEqual([0, 0]);
});

test("a statement past its time is TIMEOUT, in a transaction and outside", async () => {
  const slow = transact(system.web, {}, async (tx) => {
    await add(tx, 1);
    await tx.$queryRaw`SELECT pg_sleep(5)::text`;
  });
  await expect(slow).rejects.toMatchObject({ code: "TIMEOUT" });
  const read = reading(() => system.web.db.hot("slow", "SELECT pg_sleep(5)", []));
  await expect(read).rejects.toMatchObject({ code: "TIMEOUT" });
  expect(await tally()).toEqual([0, 0]);
});

test("a wait for a lock past its time is BUSY, and nothing is half done", async () => {
  const holder = await system.owner.connect();
  try {
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM tally WHERE id = 2 FOR UPDATE");
    const waiting = transact(system.web, {}, async (tx) => {
      await add(tx, 1);
      await add(tx, 2);
    });
    await expect(waiting).rejects.toMatchObject({ code: "BUSY" });
  } finally {
    await holder.query("ROLLBACK");
    holder.release();
  }
  expect(await tally()).toEqual([0, 0]);
});

test("many short statements are bounded together", async () => {
  const long = transact(system.web, {}, async (tx) => {
    await add(tx, 1);
    for (let index = 0; index < 6; index++) await tx.$queryRaw`SELECT pg_sleep(0.4)::text`;
  });
  await expect(long).rejects.toMatchObject({ code: "TIMEOUT" });
  expect(await tally()).toEqual([0, 0]);
});

test("a connection that is ended in the middle is UNAVAILABLE, undone, and replaced", async () => {
  const ended = transact(system.web, {}, async (tx) => {
    await add(tx, 1);
    await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
    await add(tx, 2);
  });
  await expect(ended).rejects.toMatchObject({ code: "UNAVAILABLE", meta: { retryAfterSeconds: 2 } });
  await transact(system.web, {}, (tx) => add(tx, 2));
  expect(await tally()).toEqual([0, 1]);
});

test("a database that is gone is UNAVAILABLE within two seconds, and used again once it is back", async () => {
  const line = await openLine();
  const services = { ...system.web, db: line.db };
  const write = () => transact(services, {}, (tx) => add(tx, 1));
  const read = () => reading(() => line.db.hot<{ value: number }>("tally", "SELECT value FROM tally WHERE id = 1", []));
  await write();
  await line.cut();
  for (const act of [write, read, write, read]) {
    const began = performance.now();
    await expect(act()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(performance.now() - began).toBeLessThan(2000);
  }
  await line.mend();
  await write();
  expect(await read()).toEqual([{ value: 2 }]);
});

test("a pool with no connection free is UNAVAILABLE after its wait, and serves again once one is", async () => {
  const line = await openLine();
  const env = { ...system.web.env, DATABASE_ACQUIRE_TIMEOUT_MS: 500 };
  const services = { ...system.web, env, db: line.db };
  const held = [await line.db.pool.connect(), await line.db.pool.connect()];
  await expect(transact(services, {}, (tx) => add(tx, 1))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await expect(reading(() => line.db.hot("one", "SELECT 1", []))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  for (const client of held) client.release();
  await transact(services, {}, (tx) => add(tx, 1));
  expect(await tally()).toEqual([1, 0]);
});

/** The app's own pool through a line that can be cut: what a database that goes away looks like from here. */
async function openLine() {
  const url = new URL(roleUrls(system.web.env).app);
  const target = { host: url.hostname, port: Number(url.port) };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number) => new Promise<void>((settle) => void server.listen(port, "127.0.0.1", settle));
  const cut = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((settle) => void server.close(() => settle()));
  };
  await listen(0);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  url.host = `127.0.0.1:${port}`;
  const db = openDatabase({
    url: url.href,
    poolMax: 2,
    acquireTimeoutMs: 500,
    statementTimeoutMs: 600,
    lockTimeoutMs: 400,
    idleInTransactionTimeoutMs: 1000,
    applicationName: "line",
  });
  onTestFinished(async () => {
    await db.close();
    await cut();
  });
  return { db, cut, mend: () => listen(port) };
}
