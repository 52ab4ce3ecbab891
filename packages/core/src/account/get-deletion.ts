import type { Deletion } from "@pronaflow/contract/outputs/account";
import type { UserContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { readSolelyOwned } from "./read-solely-owned.ts";

/** What stands in the way of one's own deletion and what it takes, or when it comes. */
export async function getDeletion(ctx: UserContext): Promise<Deletion> {
  const { id, deletionDueAt } = ctx.actor.account;
  return await transact(ctx.services, { accountId: id }, async (tx) => {
    const [counted] = await tx.$queryRaw<{ memberships: number }[]>`SELECT count(*)::integer AS memberships
      FROM membership m JOIN workspace w ON w.id = m.workspace_id
      WHERE m.account_id = ${id}::uuid AND m.state = 'ACTIVE' AND w.deleted_at IS NULL`;
    return {
      finalAt: deletionDueAt?.toISOString() ?? null,
      solelyOwned: await readSolelyOwned(tx, id, { lock: false }),
      memberships: counted?.memberships ?? 0,
    };
  });
}
