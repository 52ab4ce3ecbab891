import { openDatabase } from "@pronaflow/db";
import { PgBoss } from "pg-boss";
import { grantJobs } from "./grant-jobs.ts";
import { COMMAND_QUEUES, JOBS_SCHEMA, SCHEDULES, TASK_NAMES, TASK_QUEUE } from "./rules.ts";

/** Any number that is not the migrations' own. */
const INSTALL_LOCK = 72_707_371;
const LONGEST_MS = 60_000;

/**
 * Brings the job queue to this version as the database's owner, after the migrations: pg-boss's schema, our queues and
 * schedules, and the rights: the app may add jobs, the worker may work. Safe to run again, and by several at once.
 */
export async function installJobs({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const db = openDatabase({
    url: ownerUrl,
    poolMax: 1,
    acquireTimeoutMs: 10_000,
    statementTimeoutMs: LONGEST_MS,
    lockTimeoutMs: LONGEST_MS,
    idleInTransactionTimeoutMs: LONGEST_MS,
    applicationName: "pronaflow-install-jobs",
  });
  const client = await db.pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [INSTALL_LOCK]);
    await installQueues(ownerUrl);
    await client.query("SELECT pg_advisory_unlock($1)", [INSTALL_LOCK]);
  } finally {
    client.release();
    await db.close();
  }
}

async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    application_name: "pronaflow-install-jobs",
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  // Failures of what is asked here are thrown; there is nothing else to hear of.
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const [name, queue] of Object.entries(COMMAND_QUEUES)) await ensureQueue(boss, name, queue);
    for (const name of TASK_NAMES) await ensureQueue(boss, name, TASK_QUEUE);
    await ensureSchedules(boss);
    await grantJobs(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function ensureQueue(boss: PgBoss, name: string, queue: typeof TASK_QUEUE): Promise<void> {
  const { policy: _fixed, partition: _too, deadLetter: _none, ...changeable } = queue;
  if (await boss.getQueue(name)) await boss.updateQueue(name, changeable);
  else await boss.createQueue(name, queue);
}

async function ensureSchedules(boss: PgBoss): Promise<void> {
  const known = await boss.getSchedules();
  for (const { name, key } of known) if (!(name in SCHEDULES)) await boss.unschedule(name, key);
  for (const name of TASK_NAMES) await boss.schedule(name, SCHEDULES[name], {}, { tz: "UTC" });
}
