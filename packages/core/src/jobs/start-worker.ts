import type { MailTransport } from "@pronaflow/email";
import type { Job, JobResult } from "pg-boss";
import { PgBoss } from "pg-boss";
import { makeLogExport } from "../access-log/make-log-export.ts";
import { makeExport } from "../account/make-export.ts";
import type { JobData } from "../kernel/job-queue.ts";
import { factsOf } from "../kernel/log.ts";
import { roleUrls } from "../kernel/open-services.ts";
import type { Services } from "../kernel/services.ts";
import { SWEEP_MS } from "../mail/rules.ts";
import { sendMail } from "../mail/send-mail.ts";
import { sweepMails } from "../mail/sweep-mails.ts";
import { warmTemplates } from "../mail/warm-templates.ts";
import { JOBS_SCHEMA, TASK_NAMES } from "./rules.ts";
import { runTask } from "./run-task.ts";

export interface Worker {
  /** Takes nothing more and waits for what is in hand, at most 10 seconds. */
  stop(): Promise<void>;
}

export interface WorkerParts {
  transport: MailTransport;
  /** How often it looks for mails without a job; 10 seconds unless a test says otherwise. */
  sweepMs?: number;
}

const STOP_MS = 10_000;
/** Tries at a database that is not up yet, with growing pauses: about three minutes. */
const START_ATTEMPTS = 10;

/**
 * Works off the queue until it is stopped. Any number of processes may do so at once: a mail is sent by one, a task
 * runs in one. A process that dies holding a mail is followed by another within a minute. Needs `installJobs`.
 */
export async function startWorker(services: Services, parts: WorkerParts): Promise<Worker> {
  const boss = openBoss(services);
  await warmTemplates(services);
  await boss.start({ attempts: START_ATTEMPTS });
  await workOnMails(boss, services, parts.transport);
  await workOnExports(boss, services);
  for (const name of TASK_NAMES) {
    await boss.work(name, { pollingIntervalSeconds: 5 }, () => runTask(services, name));
  }
  const sweeping = sweepRegularly(services, parts.sweepMs ?? SWEEP_MS);
  return {
    async stop() {
      await Promise.all([sweeping.stop(), boss.stop({ graceful: true, timeout: STOP_MS })]);
    },
  };
}

function openBoss(services: Services): PgBoss {
  const { env, log } = services;
  const boss = new PgBoss({
    connectionString: roleUrls(env).admin,
    schema: JOBS_SCHEMA,
    application_name: "pronaflow-worker",
    max: 4,
    connectionTimeoutMillis: env.DATABASE_ACQUIRE_TIMEOUT_MS,
    // The owner installs; this role works.
    migrate: false,
    createSchema: false,
    reindex: false,
    useListenNotify: true,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 5,
  });
  const say = onceIn(10_000, services);
  boss.on("error", (error) => say(() => log.error("job queue failed", factsOf(error))));
  boss.on("warning", ({ message }) => log.warn("job queue warns", { message: message.slice(0, 200) }));
  return boss;
}

// Woken at the commit; the poll is for a wake-up that was lost. While batches come back full, none is waited for.
const MAIL_WORK = {
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 1,
  localConcurrency: 3,
  batchSize: 2,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;

const EXPORT_WORK = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5, batchSize: 1 } as const;

async function workOnMails(boss: PgBoss, services: Services, transport: MailTransport): Promise<void> {
  const send = async ({ id, data }: Job<JobData["mail.send"]>): Promise<JobResult> => {
    try {
      await sendMail(services, transport, data.mailId);
      return { id, status: "completed" };
    } catch (error) {
      services.log.error("mail not handled", { mailId: data.mailId, ...factsOf(error) });
      return { id, status: "failed" };
    }
  };
  await boss.work("mail.send", MAIL_WORK, (jobs: Job<JobData["mail.send"]>[]) => Promise.all(jobs.map(send)));
}

async function workOnExports(boss: PgBoss, services: Services): Promise<void> {
  await boss.work("export.make", EXPORT_WORK, async ([job]: Job<JobData["export.make"]>[]) => {
    const exportId = job?.data.exportId ?? "";
    try {
      await makeExport(services, exportId);
    } catch (error) {
      services.log.error("export not made", { exportId, ...factsOf(error) });
      throw error;
    }
  });
  await boss.work("log.export", EXPORT_WORK, async ([job]: Job<JobData["log.export"]>[]) => {
    const { workspaceId = "", exportId = "" } = job?.data ?? {};
    try {
      await makeLogExport(services, workspaceId, exportId);
    } catch (error) {
      services.log.error("log export not made", { workspaceId, exportId, ...factsOf(error) });
      throw error;
    }
  });
}

function sweepRegularly(services: Services, sweepMs: number): Worker {
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  const sweep = async () => {
    isRunning = true;
    try {
      await sweepMails(services);
    } catch (error) {
      services.log.error("mails not swept", factsOf(error));
    } finally {
      isRunning = false;
    }
  };
  const timer = setInterval(() => {
    if (!isRunning) running = sweep();
  }, sweepMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** Lets one call through in each span: a database that is away would otherwise fill the log. */
function onceIn(spanMs: number, services: Services): (act: () => void) => void {
  let silentUntil = 0;
  return (act) => {
    const now = services.clock.now().getTime();
    if (now < silentUntil) return;
    silentUntil = now + spanMs;
    act();
  };
}
