import type { Tx } from "@pronaflow/db";

/** Ends the account's trust in every device; each stays known. The caller holds the account's row lock. */
export async function distrustDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`UPDATE known_device SET trusted_until = NULL
    WHERE account_id = ${accountId}::uuid AND trusted_until IS NOT NULL`;
}
