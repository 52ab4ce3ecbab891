import type { Tx } from "@pronaflow/db";

/**
 * Waits for whoever is naming or losing a SUPERADMIN, then says whether there is one. The lock is held until the end, and
 * comes before every row's: two who change each other's role would otherwise hold their own and wait for the other's.
 */
export async function lockSuperadmins(tx: Tx): Promise<{ isThereOne: boolean }> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('superadmins', 0))::text`;
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
    WHERE system_role = 'SUPERADMIN' AND status <> 'DELETED' LIMIT 1`;
  return { isThereOne: found.length > 0 };
}

/** Keeps roles as they are until the end, without keeping others who ask the same from going on. */
export async function holdRoles(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('superadmins', 0))::text`;
}
