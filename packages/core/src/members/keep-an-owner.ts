import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { LockedMember } from "./records.ts";

/**
 * Before an active Owner goes or steps down: someone else has to own the workspace then. Who is suspended or on the way
 * out does not count. The caller holds the workspace's row, so of two who go at once the second is told.
 * @throws LAST_OWNER
 */
export async function keepAnOwner(tx: Tx, workspaceId: string, member: LockedMember): Promise<void> {
  if (member.role !== "OWNER" || member.state !== "ACTIVE") return;
  const others = await tx.$queryRaw<unknown[]>`SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.id <> ${member.id}::uuid AND m.role = 'OWNER'
      AND m.state = 'ACTIVE' AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL LIMIT 1`;
  if (others.length === 0) fail("LAST_OWNER");
}
