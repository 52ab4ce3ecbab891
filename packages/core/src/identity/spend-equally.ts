import type { Tx } from "@pronaflow/db";

/**
 * Does the work that the other answer would have cost and takes it back, so that time does not tell which it was.
 */
export async function spendEqually(tx: Tx, work: () => Promise<unknown>): Promise<void> {
  await tx.$executeRaw`SAVEPOINT spent`;
  await work();
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT spent`;
}
