import type { Tx } from "@pronaflow/db";

/** Whether nobody else could name admins any more; asks and goes one after the other, until the transaction ends. */
export async function isLastSuperadmin(tx: Tx, accountId: string): Promise<boolean> {
  const [mine] = await tx.$queryRaw<{ role: string }[]>`SELECT system_role::text AS role FROM account
    WHERE id = ${accountId}::uuid`;
  if (mine?.role !== "SUPERADMIN") return false;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('superadmins', 0))::text`;
  const others = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account WHERE system_role = 'SUPERADMIN'
    AND status = 'ACTIVE' AND deletion_due_at IS NULL AND id <> ${accountId}::uuid LIMIT 1`;
  return others.length === 0;
}
