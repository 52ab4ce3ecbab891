import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { MAX_OWNED_WORKSPACES } from "./rules.ts";

/**
 * Asked before somebody takes on one more workspace themselves: creates it, brings it back, accepts to own it. Who is made an
 * Owner by others, or comes next, is not asked (decision 018). Counts the live ones they own; the account's row lock makes
 * twenty callers count one after the other. The wall has to stand for the account.
 * @throws WORKSPACE_LIMIT_REACHED where they own twenty, UNAUTHENTICATED where they were suspended meanwhile.
 */
export async function assertMayOwnAnother(tx: Tx, accountId: string): Promise<void> {
  const [standing] = await tx.$queryRaw<{ status: string }[]>`SELECT status::text AS status FROM account
    WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  // Suspended since this request was let in: what they would own now, nobody could act for.
  if (standing?.status !== "ACTIVE") fail("UNAUTHENTICATED");
  const [owned] = await tx.$queryRaw<{ workspaces: number }[]>`SELECT count(*)::integer AS workspaces
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = ${accountId}::uuid AND m.role = 'OWNER' AND m.state = 'ACTIVE' AND w.deleted_at IS NULL`;
  if ((owned?.workspaces ?? 0) >= MAX_OWNED_WORKSPACES)
    fail("WORKSPACE_LIMIT_REACHED", { limit: MAX_OWNED_WORKSPACES });
}
