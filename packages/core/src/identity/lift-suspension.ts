import type { AccountStatus, Tx } from "@pronaflow/db";

/**
 * Lets an account be what it was: ACTIVE, or PENDING where its address was never verified; says which. The caller holds
 * its row lock.
 */
export async function liftSuspension(tx: Tx, id: string, now: Date): Promise<AccountStatus | undefined> {
  const [row] = await tx.$queryRaw<{ status: AccountStatus }[]>`UPDATE account SET suspended_at = NULL,
      suspended_until = NULL, suspended_reason = NULL, updated_at = ${now},
      status = (CASE WHEN email_verified_at IS NULL THEN 'PENDING' ELSE 'ACTIVE' END)::"AccountStatus"
    WHERE id = ${id}::uuid RETURNING status::text AS status`;
  return row?.status;
}
