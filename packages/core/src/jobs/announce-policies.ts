import { factsOf } from "../kernel/log.ts";
import type { Services } from "../kernel/services.ts";
import { listRemindable, remindMembers } from "../settings/remind-members.ts";

/** Tells members without a second factor that their workspace will want one. One workspace does not keep the others. */
export async function announcePolicies(services: Services): Promise<void> {
  for (const workspaceId of await listRemindable(services)) {
    try {
      while (await remindMembers(services, workspaceId));
    } catch (error) {
      services.log.error("members not reminded", { workspaceId, ...factsOf(error) });
    }
  }
}
