import { PurgeWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import type { Fields } from "../kernel/audit.ts";
import { systemCommand } from "../kernel/command.ts";
import { lockAnyWorkspace } from "./records.ts";

/** The last step of a purge: what is left goes, the tombstone is closed and the audit told, once under any number of workers. */
export const finishPurge = systemCommand({
  action: "workspace.purged",
  permission: "workspaces.purge",
  input: PurgeWorkspaceInput,
  async run({ tx, ctx, input }) {
    const { id, reason } = input;
    const output = { id };
    const workspace = await lockAnyWorkspace(tx, id);
    if (!workspace?.purgeStartedAt) return { output, change: null };
    const now = ctx.services.clock.now();
    await tx.$executeRaw`UPDATE account SET last_workspace_id = NULL WHERE last_workspace_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM membership WHERE workspace_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM workspace_settings WHERE workspace_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM workspace_logo WHERE workspace_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM workspace_billing WHERE workspace_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM workspace_policy WHERE workspace_id = ${id}::uuid`;
    // Its addresses stay taken: their rows lose the workspace and nothing else.
    await tx.$executeRaw`DELETE FROM workspace WHERE id = ${id}::uuid`;
    const [tombstone] = await tx.$queryRaw<{ counts: Fields }[]>`UPDATE workspace_tombstone SET purged_at = ${now}
      WHERE workspace_id = ${id}::uuid RETURNING counts`;
    return { output, change: { target: id, workspaceId: id, after: tombstone?.counts ?? {}, reason } };
  },
});
