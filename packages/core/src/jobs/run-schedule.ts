import { writeCheckpoint } from "../audit/write-checkpoint.ts";
import { expireAccount } from "../identity/expire-account.ts";
import { listExpiredPending } from "../identity/list-expired-pending.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { purgeWorkspace } from "../system/purge-workspace.ts";
import { listPurgeableWorkspaces } from "../system/queries.ts";
import type { ScheduleName } from "./job-queues.ts";
import { sweepRetention } from "./sweep-retention.ts";

/** Does what a schedule asks for, once; doing it again changes nothing. */
export async function runSchedule(services: Services, name: ScheduleName): Promise<void> {
  const ctx = workerContext(services, services.random.uuid());
  switch (name) {
    case "audit.checkpoint":
      await writeCheckpoint(services);
      return;
    case "workspaces.purge":
      for (const id of await listPurgeableWorkspaces(ctx)) {
        await purgeWorkspace(ctx, { id, reason: "Thirty days after its deletion" });
      }
      return;
    case "retention.sweep":
      await sweepRetention(services);
      for (const accountId of await listExpiredPending(services)) {
        await expireAccount(ctx, { accountId, reason: "Its address was not verified within seven days" });
      }
      return;
    default:
      name satisfies never;
  }
}
