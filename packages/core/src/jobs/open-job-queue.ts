import type { JobQueue } from "../kernel/job-queue.ts";

/**
 * The queue as commands see it: one statement in the command's own transaction, which also wakes a worker at its commit.
 * No commit, no job.
 */
export function openJobQueue(): JobQueue {
  return {
    async send(tx, name, data) {
      // What a job is about: one waits at a time.
      const [key] = Object.values(data);
      await tx.$queryRaw`SELECT pgboss.enqueue(${name}, ${key}, ${JSON.stringify(data)}::jsonb)::text`;
    },
  };
}
