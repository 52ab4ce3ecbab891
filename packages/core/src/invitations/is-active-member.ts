import type { Tx } from "@pronaflow/db";

/** Whether an account has its place in a workspace now. */
export async function isActiveMember(tx: Tx, workspaceId: string, accountId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM membership
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${accountId}::uuid AND state = 'ACTIVE'`;
  return found.length > 0;
}
