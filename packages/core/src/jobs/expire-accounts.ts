import { expireAccount } from "../identity/expire-account.ts";
import { listExpiredPending } from "../identity/list-expired-pending.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";

const REASON = "Its address was not verified within seven days";

/** Removes accounts that were never verified in time; their addresses and usernames are free again. */
export async function expireAccounts(services: Services): Promise<void> {
  for (const accountId of await listExpiredPending(services)) {
    await expireAccount(workerContext(services, services.random.uuid()), { accountId, reason: REASON });
  }
}
