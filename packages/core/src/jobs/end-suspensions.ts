import { endSuspension } from "../accounts/end-suspension.ts";
import { listEndedSuspensions } from "../accounts/list-ended-suspensions.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";

const REASON = "The day it was to last until has come";

/** Ends every suspension that has run out; a sign-in lets its holder in since that very moment. */
export async function endSuspensions(services: Services): Promise<void> {
  for (const id of await listEndedSuspensions(services)) {
    await endSuspension(workerContext(services, services.random.uuid()), { id, reason: REASON });
  }
}
