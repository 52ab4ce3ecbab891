import type { Tx } from "@pronaflow/db";
import type { LockedMember } from "./records.ts";

/** Ends a member's place for good: they may be invited again, and are then someone new. Nobody's heir any more. */
export async function takeAway(tx: Tx, workspaceId: string, member: LockedMember): Promise<void> {
  await tx.$executeRaw`UPDATE membership SET heir_account_id = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND heir_account_id = ${member.accountId}::uuid`;
  await tx.$executeRaw`DELETE FROM membership WHERE workspace_id = ${workspaceId}::uuid AND id = ${member.id}::uuid`;
  await tx.$executeRaw`UPDATE account SET last_workspace_id = NULL
    WHERE id = ${member.accountId}::uuid AND last_workspace_id = ${workspaceId}::uuid`;
}
