import { fail } from "@pronaflow/contract";
import { HoldWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { systemCommand } from "../kernel/command.ts";
import { lockAnyWorkspace } from "./records.ts";

/**
 * Keeps a workspace, live or deleted, from being purged until the hold is lifted (spec AD-1); while it is held it can be
 * restored, however old its deletion.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, WORKSPACE_HELD, RESTORE_WINDOW_CLOSED once its purge has begun.
 */
export const holdWorkspace = systemCommand({
  action: "workspace.hold_placed",
  permission: "workspaces.purge",
  stepUp: true,
  input: HoldWorkspaceInput,
  async run({ tx, ctx, input: { id, reason } }) {
    const workspace = (await lockAnyWorkspace(tx, id)) ?? fail("NOT_FOUND");
    if (workspace.purgeStartedAt) fail("RESTORE_WINDOW_CLOSED");
    if (workspace.heldAt) fail("WORKSPACE_HELD");
    const now = ctx.services.clock.now();
    await tx.$executeRaw`UPDATE workspace SET held_at = ${now}, held_by = ${ctx.scope.accountId}::uuid,
        hold_reason = ${reason} WHERE id = ${id}::uuid`;
    return { output: { id }, change: { target: id, workspaceId: id, after: { held: true }, reason } };
  },
});
