import { listAttacks } from "../incidents/list-attacks.ts";
import { raiseIncident } from "../incidents/raise-incident.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";

const REASON = "Seen in the attempts of the last ten minutes";

/** Opens an incident for each attack that the last attempts tell of; the same sight opens none twice. */
export async function watchAttempts(services: Services): Promise<void> {
  for (const attack of await listAttacks(services)) {
    await raiseIncident(workerContext(services, services.random.uuid()), { ...attack, reason: REASON });
  }
}
