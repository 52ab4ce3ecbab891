import type { Tx } from "@pronaflow/db";
import { holdRoles, lockSuperadmins } from "./lock-superadmins.ts";

/**
 * Whether nobody else could name admins any more; asks and goes one after the other, until the transaction ends. Who is
 * none cannot become one meanwhile. Before any row is locked.
 */
export async function isLastSuperadmin(tx: Tx, accountId: string): Promise<boolean> {
  if (!(await isSuperadmin(tx, accountId))) {
    await holdRoles(tx);
    if (!(await isSuperadmin(tx, accountId))) return false;
  }
  await lockSuperadmins(tx);
  return !(await isAnotherThere(tx, accountId));
}

/** Whether another account can name admins: active, and not on its way out. The caller holds `lockSuperadmins`. */
export async function isAnotherThere(tx: Tx, accountId: string): Promise<boolean> {
  const others = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account WHERE system_role = 'SUPERADMIN'
    AND status = 'ACTIVE' AND deletion_due_at IS NULL AND id <> ${accountId}::uuid LIMIT 1`;
  return others.length > 0;
}

async function isSuperadmin(tx: Tx, accountId: string): Promise<boolean> {
  const [mine] = await tx.$queryRaw<{ role: string }[]>`SELECT system_role::text AS role FROM account
    WHERE id = ${accountId}::uuid`;
  return mine?.role === "SUPERADMIN";
}
