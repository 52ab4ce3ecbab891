import type { MailTransport } from "@pronaflow/email";
import { createTransport } from "@pronaflow/email";
import { PgBoss } from "pg-boss";
import { factsOf } from "../kernel/log.ts";
import { roleUrls } from "../kernel/open-services.ts";
import type { Services } from "../kernel/services.ts";
import { sendDueMails } from "../mail/send-due-mails.ts";
import { sendMail } from "../mail/send-mail.ts";
import type { ScheduleName } from "./job-queues.ts";
import { JOB_SCHEMA, SCHEDULES } from "./job-queues.ts";
import { runSchedule } from "./run-schedule.ts";

export interface WorkerOptions {
  /** How often the outbox is looked through for what is due; 5 s. A dead worker's lease and this stay under a minute. */
  sweepMs?: number;
  transport?: MailTransport;
}

export interface Worker {
  /** Stops taking, finishes what is in hand for up to 10 s, then lets go. */
  stop(): Promise<void>;
}

const SWEEP_MS = 5_000;
const MAILS_AT_ONCE = 4;

/** Starts taking jobs: mail within a second of the commit that asked for it, and everything that comes by the clock. */
export async function startWorker(services: Services, options: WorkerOptions = {}): Promise<Worker> {
  const { log, env } = services;
  const transport = options.transport ?? createTransport({ url: smtpUrl(env.SMTP_URL), from: env.MAIL_FROM });
  const boss = new PgBoss({
    connectionString: roleUrls(env).admin,
    schema: JOB_SCHEMA,
    max: 4,
    migrate: false,
    useListenNotify: true,
    application_name: "pronaflow-jobs",
  });
  boss.on("error", (error) => log.error("the queue failed", factsOf(error)));
  await boss.start();
  await boss.work<{ mailId: string }>(
    "mail.send",
    { pollingIntervalSeconds: 0.5, localConcurrency: MAILS_AT_ONCE },
    async ([job]) => {
      if (job) await sendMail(services, transport, job.data.mailId);
    },
  );
  for (const [name, cron] of Object.entries(SCHEDULES) as [ScheduleName, string][]) {
    await boss.schedule(name, cron, null, { singletonKey: name });
    await boss.work(name, { pollingIntervalSeconds: 2 }, () => runSchedule(services, name));
  }
  const sweep = startSweep(services, transport, options.sweepMs ?? SWEEP_MS);
  return {
    async stop() {
      await Promise.all([sweep.stop(), boss.stop({ graceful: true, timeout: 10_000 })]);
      transport.close();
    },
  };
}

// Retries that are due, jobs that were lost, and what a dead worker had in hand: the outbox itself knows all three.
function startSweep(services: Services, transport: MailTransport, everyMs: number): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = sendDueMails(services, transport)
      .catch((error: unknown) => services.log.error("the outbox could not be swept", factsOf(error)))
      .finally(() => {
        isBusy = false;
      });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

function smtpUrl(url: string | undefined): string {
  if (!url) throw new Error("SMTP_URL is not set.");
  return url;
}
