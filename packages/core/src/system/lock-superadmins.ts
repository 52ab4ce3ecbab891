import type { Tx } from "@pronaflow/db";

/** Waits for whoever is naming a SUPERADMIN, then says whether there is one. The lock is held until the end. */
export async function lockSuperadmins(tx: Tx): Promise<{ isThereOne: boolean }> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('superadmins', 0))::text`;
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
    WHERE system_role = 'SUPERADMIN' AND status <> 'DELETED' LIMIT 1`;
  return { isThereOne: found.length > 0 };
}
