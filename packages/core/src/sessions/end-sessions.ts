import type { Tx } from "@pronaflow/db";

/** Ends the account's sessions of both audiences, but for one where it is named; says how many there were. */
export async function endSessions(tx: Tx, accountId: string, keptId: string | null = null): Promise<number> {
  return await tx.$executeRaw`DELETE FROM session
    WHERE account_id = ${accountId}::uuid AND id IS DISTINCT FROM ${keptId}::uuid`;
}
