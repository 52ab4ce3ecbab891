import type { SystemContext } from "../kernel/context.ts";
import { requireSystemPermission } from "../kernel/require-permission.ts";
import { beginPurge } from "./begin-purge.ts";
import { deleteMemberships } from "./delete-memberships.ts";
import { finishPurge } from "./finish-purge.ts";

export interface Purged {
  id: string;
  /** False where another worker had finished it before. */
  isFinishedHere: boolean;
}

/**
 * Removes a deleted workspace for good, in transactions small enough for a live system, and leaves a tombstone with
 * what was counted at the start. It may be killed anywhere and called again, and any number of workers may call it at
 * once: each step does only what is left, and the audit row is written once, with the last of them.
 * @throws NOT_FOUND, WORKSPACE_NOT_DELETED, PURGE_NOT_DUE before its 30 days are over.
 */
export async function purgeWorkspace(ctx: SystemContext, input: { id: string; reason: string }): Promise<Purged> {
  requireSystemPermission(ctx.scope.systemRole, "workspaces.purge");
  if ((await beginPurge(ctx, input.id)) === "purged") return { id: input.id, isFinishedHere: false };
  while ((await deleteMemberships(ctx, input.id)) > 0);
  return await finishPurge(ctx, input);
}
