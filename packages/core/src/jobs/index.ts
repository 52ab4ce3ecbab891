export { installJobs } from "./install-jobs.ts";
export { openJobQueue } from "./open-job-queue.ts";
export type { Worker } from "./start-worker.ts";
export { startWorker } from "./start-worker.ts";
