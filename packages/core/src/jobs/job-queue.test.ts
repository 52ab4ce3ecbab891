import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transact } from "../kernel/transaction.ts";
import { installJobs } from "./install-jobs.ts";
import { TASK_NAMES } from "./rules.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

async function jobsOf(mailId: string) {
  const { rows } = await system.owner.query(
    "SELECT name, data, policy, heartbeat_seconds FROM pgboss.job WHERE singleton_key = $1",
    [mailId],
  );
  return rows;
}

test("a job exists once its transaction commits, with the settings of its queue", async () => {
  const mailId = system.web.random.uuid();
  await transact(system.web, {}, async (tx) => {
    await system.web.jobs.send(tx, "mail.send", { mailId });
    expect(await jobsOf(mailId)).toEqual([]);
  });
  expect(await jobsOf(mailId)).toEqual([
    { name: "mail.send", data: { mailId }, policy: "short", heartbeat_seconds: 10 },
  ]);
});

test("a transaction that fails leaves no job", async () => {
  const mailId = system.web.random.uuid();
  const failing = transact(system.web, {}, async (tx) => {
    await system.web.jobs.send(tx, "mail.send", { mailId });
    throw new RangeError("after the job");
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(await jobsOf(mailId)).toEqual([]);
});

test("a mail asked for twice waits once", async () => {
  const mailId = system.web.random.uuid();
  for (let asked = 0; asked < 2; asked++) {
    await transact(system.web, {}, (tx) => system.web.jobs.send(tx, "mail.send", { mailId }));
  }
  expect(await jobsOf(mailId)).toHaveLength(1);
});

test("the app's role adds jobs of commands and can do nothing else in the queue", async () => {
  const { pool } = system.web.db;
  const refused = { code: "42501" };
  await expect(pool.query("SELECT FROM pgboss.job")).rejects.toMatchObject(refused);
  await expect(pool.query("DELETE FROM pgboss.job")).rejects.toMatchObject(refused);
  await expect(pool.query("UPDATE pgboss.queue SET policy = 'standard'")).rejects.toMatchObject(refused);
  await expect(pool.query("SELECT pgboss.enqueue('workspaces.purge', 'k', '{}')")).rejects.toMatchObject(refused);
  await expect(pool.query("SELECT pgboss.delete_queue('mail.send')")).rejects.toMatchObject(refused);
});

test("installing again, five at once, changes nothing", async () => {
  const look = async () =>
    (
      await system.owner.query(
        "SELECT name, policy, notify, heartbeat_seconds, expire_seconds FROM pgboss.queue ORDER BY 1",
      )
    ).rows;
  const before = await look();
  await Promise.all(Array.from({ length: 5 }, () => installJobs({ ownerUrl: system.ownerUrl })));
  expect(await look()).toEqual(before);
  const { rows } = await system.owner.query<{ name: string }>("SELECT name FROM pgboss.schedule");
  expect(rows.map(({ name }) => name).sort()).toEqual([...TASK_NAMES].sort());
});
