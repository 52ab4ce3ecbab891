import type { JobQueue } from "@pronaflow/core/kernel";

/** No worker runs beside a test of commands: what a job would do is read from the outbox. */
export function testJobQueue(): JobQueue {
  return { send: async () => {} };
}
