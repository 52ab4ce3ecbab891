import type { Queue } from "pg-boss";
import type { JobData } from "../kernel/job-queue.ts";

/** The schema that pg-boss owns. */
export const JOBS_SCHEMA = "pgboss";

const HOUR_SECONDS = 60 * 60;

/**
 * Mails: one waiting job a mail (`short`, by key), taken from a dead worker by heartbeat. What became of a mail is said
 * by its outbox row, so a job is short-lived and its loss is mended by the sweep.
 */
const MAIL_QUEUE: Omit<Queue, "name"> = {
  policy: "short",
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 60,
  retryLimit: 3,
  retryDelay: 5,
  retentionSeconds: 48 * HOUR_SECONDS,
  deleteAfterSeconds: HOUR_SECONDS,
};

/** Archives and logs: one waiting job an export, taken from a dead worker by heartbeat and made again from the start. */
const EXPORT_QUEUE: Omit<Queue, "name"> = {
  policy: "short",
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  retryLimit: 5,
  retryDelay: 5,
  retentionSeconds: HOUR_SECONDS,
  deleteAfterSeconds: HOUR_SECONDS,
};

/** What commands may ask for. */
export const COMMAND_QUEUES: Record<keyof JobData, Omit<Queue, "name">> = {
  "mail.send": MAIL_QUEUE,
  "export.make": EXPORT_QUEUE,
  "log.export": { ...EXPORT_QUEUE, expireInSeconds: HOUR_SECONDS },
};

/** What the clock asks for: when, in cron's words (UTC). */
export const SCHEDULES = {
  "workspaces.purge": "* * * * *",
  "accounts.expire": "* * * * *",
  "accounts.delete": "* * * * *",
  "suspensions.end": "* * * * *",
  "policies.announce": "* * * * *",
  "members.end": "* * * * *",
  "rows.expire": "* * * * *",
  "ownership.expire": "* * * * *",
  "invitations.lapse": "* * * * *",
  "attempts.watch": "* * * * *",
  "passwords.trim": "17 * * * *",
  "audit.checkpoint": "*/5 * * * *",
} as const;

export type TaskName = keyof typeof SCHEDULES;

/** `exclusive`: one waiting or running over all workers. A run that dies is not repeated: the next one is soon. */
export const TASK_QUEUE: Omit<Queue, "name"> = {
  policy: "exclusive",
  heartbeatSeconds: 30,
  expireInSeconds: 10 * 60,
  retryLimit: 0,
  retentionSeconds: HOUR_SECONDS,
  deleteAfterSeconds: HOUR_SECONDS,
};

export const TASK_NAMES = Object.keys(SCHEDULES) as TaskName[];
