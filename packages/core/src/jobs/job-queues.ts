import type { JobData } from "../kernel/job-queue.ts";

/** The schema that the queue library keeps its tables in. */
export const JOB_SCHEMA = "pgboss";

/** Work that comes back by the clock, in cron's words; each is idempotent and runs once at a time over all workers. */
export const SCHEDULES = {
  "audit.checkpoint": "*/5 * * * *",
  "retention.sweep": "* * * * *",
  "workspaces.purge": "* * * * *",
} as const;

export type ScheduleName = keyof typeof SCHEDULES;
export type QueueName = keyof JobData | ScheduleName;

interface QueueSettings {
  /** Tries after the first; what a job does must bear being done again. */
  retryLimit: number;
  retryDelay: number;
  /** A worker that says nothing for this long is dead, and its job goes to another. */
  heartbeatSeconds: number;
  expireInSeconds: number;
  notify?: boolean;
  policy?: "stately" | "standard";
}

const SCHEDULED: QueueSettings = {
  retryLimit: 2,
  retryDelay: 5,
  heartbeatSeconds: 20,
  expireInSeconds: 600,
  policy: "stately",
};

export const QUEUES: Record<QueueName, QueueSettings> = {
  // The outbox knows when to try again; the job only says "now".
  "mail.send": { retryLimit: 3, retryDelay: 1, heartbeatSeconds: 20, expireInSeconds: 60, notify: true },
  "audit.checkpoint": SCHEDULED,
  "retention.sweep": SCHEDULED,
  "workspaces.purge": SCHEDULED,
};
