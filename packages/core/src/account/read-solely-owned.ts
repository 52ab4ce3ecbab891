import type { OwnedWorkspace } from "@pronaflow/contract/outputs/account";
import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";

/**
 * The live workspaces that would have no owner without this account. An owner who is on the way out themselves does not
 * count. `lock`: their rows are held until the transaction ends, in one order, so that of two owners who go at once the
 * second is told. Leaves the wall where no workspace is in view.
 */
export async function readSolelyOwned(
  tx: Tx,
  accountId: string,
  { lock }: { lock: boolean },
): Promise<OwnedWorkspace[]> {
  const owned = await tx.$queryRaw<{ id: string }[]>`SELECT m.workspace_id::text AS id
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = ${accountId}::uuid AND m.role = 'OWNER' AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
    ORDER BY m.workspace_id`;
  const found: OwnedWorkspace[] = [];
  for (const { id } of owned) found.push(...(await readIfSole(tx, accountId, id, lock)));
  await standIn(tx, "");
  return found;
}

async function readIfSole(tx: Tx, accountId: string, id: string, lock: boolean): Promise<OwnedWorkspace[]> {
  // The membership just read is the proof; the other owners are seen from inside alone.
  await standIn(tx, id);
  const held = lock ? Prisma.sql`FOR UPDATE` : Prisma.empty;
  const [workspace] = await tx.$queryRaw<OwnedWorkspace[]>`SELECT id::text AS id, slug, name FROM workspace
    WHERE id = ${id}::uuid AND deleted_at IS NULL ${held}`;
  if (!workspace) return [];
  const others = await tx.$queryRaw<unknown[]>`SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${id}::uuid AND m.account_id <> ${accountId}::uuid AND m.role = 'OWNER'
      AND m.state = 'ACTIVE' AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL LIMIT 1`;
  return others.length === 0 ? [workspace] : [];
}

async function standIn(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.workspace_id', ${workspaceId}, true)`;
}
