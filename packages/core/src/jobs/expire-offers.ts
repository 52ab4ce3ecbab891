import { factsOf } from "../kernel/log.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { expireOwnership } from "../ownership/expire-ownership.ts";
import { listExpiredOffers } from "../ownership/list-expired-offers.ts";

const REASON = "Not accepted within seven days";

/** Ends every offer of ownership whose time is over. One that cannot be ended now does not keep the others. */
export async function expireOffers(services: Services): Promise<void> {
  for (const id of await listExpiredOffers(services)) {
    try {
      await expireOwnership(workerContext(services, services.random.uuid()), { id, reason: REASON });
    } catch (error) {
      services.log.error("offer of ownership not ended", { transferId: id, ...factsOf(error) });
    }
  }
}
