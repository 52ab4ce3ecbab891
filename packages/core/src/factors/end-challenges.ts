import type { Tx } from "@pronaflow/db";

/** Ends the sign-ins of an account that wait for their second step: what their first step proved counts no more. */
export async function endChallenges(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM sign_in_challenge WHERE account_id = ${accountId}::uuid AND used_at IS NULL`;
}
