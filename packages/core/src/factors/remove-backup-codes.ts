import type { Tx } from "@pronaflow/db";

/** Voids all backup codes of an account and gives back their rows, for the day the owner says it was not them. */
export async function removeBackupCodes(tx: Tx, accountId: string): Promise<string[]> {
  const removed = await tx.$queryRaw<{ row: string }[]>`DELETE FROM backup_code t WHERE account_id = ${accountId}::uuid
    RETURNING to_jsonb(t)::text AS row`;
  return removed.map(({ row }) => row);
}
