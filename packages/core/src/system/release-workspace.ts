import { fail } from "@pronaflow/contract";
import { HoldWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { systemCommand } from "../kernel/command.ts";
import { lockAnyWorkspace } from "./records.ts";

/**
 * Lifts a hold: a deleted workspace whose 30 days are over is purged within a minute.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, WORKSPACE_NOT_HELD.
 */
export const releaseWorkspace = systemCommand({
  action: "workspace.hold_lifted",
  permission: "workspaces.purge",
  stepUp: true,
  input: HoldWorkspaceInput,
  async run({ tx, input: { id, reason } }) {
    const workspace = (await lockAnyWorkspace(tx, id)) ?? fail("NOT_FOUND");
    const { heldAt } = workspace;
    if (!heldAt) return fail("WORKSPACE_NOT_HELD");
    await tx.$executeRaw`UPDATE workspace SET held_at = NULL, held_by = NULL, hold_reason = NULL WHERE id = ${id}::uuid`;
    const before = { held: true, heldAt: heldAt.toISOString() };
    return { output: { id }, change: { target: id, workspaceId: id, before, after: { held: false }, reason } };
  },
});
