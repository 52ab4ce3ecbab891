import type { Tx } from "@pronaflow/db";

/** The jobs that commands and schedules may ask for, with what each carries. */
export interface JobData {
  "mail.send": { mailId: string };
  "export.make": { exportId: string };
  "log.export": { workspaceId: string; exportId: string };
}

/** The face of the queue that a command sees: a job exists only if its transaction commits. */
export interface JobQueue {
  send<Name extends keyof JobData>(tx: Tx, name: Name, data: JobData[Name]): Promise<void>;
}
