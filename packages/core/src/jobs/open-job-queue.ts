import type { JobQueue } from "../kernel/job-queue.ts";

/**
 * The queue as commands see it: one statement in the command's own transaction, which also wakes a worker at its commit.
 * No commit, no job.
 */
export function openJobQueue(): JobQueue {
  return {
    async send(tx, name, data) {
      await tx.$queryRaw`SELECT pgboss.enqueue(${name}, ${data.mailId}, ${JSON.stringify(data)}::jsonb)::text`;
    },
  };
}
