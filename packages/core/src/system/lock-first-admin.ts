import type { Tx } from "@pronaflow/db";

/**
 * Makes everyone who asks whether there is an admin yet ask one after the other, until the transaction ends.
 * @returns whether a SUPERADMIN exists.
 */
export async function lockFirstAdmin(tx: Tx): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('first-admin', 0))::text`;
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
    WHERE system_role = 'SUPERADMIN' AND status <> 'DELETED' LIMIT 1`;
  return found.length > 0;
}
