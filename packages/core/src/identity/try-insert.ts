import type { Tx } from "@pronaflow/db";
import { classifyFailure } from "@pronaflow/db";

/**
 * Runs an `INSERT … ON CONFLICT DO NOTHING` of an account and says whether it wrote the row. False also where the address
 * is one that another account may still take back: that is told by a trigger's error, which would end the transaction.
 */
export async function tryInsert(tx: Tx, insert: () => Promise<number>): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT inserting`;
  try {
    return (await insert()) === 1;
  } catch (error) {
    if (classifyFailure(error).kind !== "unique") throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT inserting`;
    return false;
  }
}
