import { isProductError } from "@pronaflow/contract";
import { factsOf } from "../kernel/log.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { purgeWorkspace } from "../system/purge-workspace.ts";
import { listPurgeableWorkspaces } from "../system/queries.ts";

const REASON = "Thirty days after its deletion";

/** Purges every workspace whose time is over. One that cannot be purged now does not keep the others. */
export async function purgeWorkspaces(services: Services): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const ctx = workerContext(services, services.random.uuid());
    const ids = (await listPurgeableWorkspaces(ctx)).filter((id) => !seen.has(id));
    if (ids.length === 0) return;
    for (const id of ids) {
      seen.add(id);
      await purgeOne(services, id);
    }
  }
}

async function purgeOne(services: Services, id: string): Promise<void> {
  try {
    await purgeWorkspace(workerContext(services, services.random.uuid()), { id, reason: REASON });
  } catch (error) {
    // Restored, held or purged by another worker meanwhile; whatever else it was, the next minute tries again.
    const isSettled = isProductError(error) && ["WORKSPACE_NOT_DELETED", "WORKSPACE_HELD"].includes(error.code);
    if (!isSettled) services.log.error("workspace not purged", { workspaceId: id, ...factsOf(error) });
  }
}
