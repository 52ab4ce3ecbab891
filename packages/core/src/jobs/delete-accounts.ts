import { isProductError } from "@pronaflow/contract";
import { eraseAccount } from "../account/erase-account.ts";
import { removeAccount } from "../account/remove-account.ts";
import { factsOf } from "../kernel/log.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";

const REASON = "Fourteen days after its owner asked";

/** Removes every account whose time is over, and goes on with those whose erasure was cut. One does not keep the others. */
export async function deleteAccounts(services: Services): Promise<void> {
  for (const { id } of await listDue(services)) {
    try {
      const ctx = workerContext(services, services.random.uuid());
      const { isRemoved } = await removeAccount(ctx, { accountId: id, reason: REASON });
      if (isRemoved) await eraseAccount(services, id);
    } catch (error) {
      // Postponed: its owner was told. Whatever else it was, the next minute tries again.
      const isPostponed = isProductError(error) && error.code === "LAST_SUPERADMIN";
      if (!isPostponed) services.log.error("account not deleted", { accountId: id, ...factsOf(error) });
    }
  }
}

async function listDue(services: Services): Promise<{ id: string }[]> {
  const sql = `SELECT id::text AS id FROM account WHERE deletion_due_at <= $1 ORDER BY deletion_due_at, id LIMIT 100`;
  return await reading(() => services.db.hot<{ id: string }>("accounts_due", sql, [services.clock.now()]));
}
