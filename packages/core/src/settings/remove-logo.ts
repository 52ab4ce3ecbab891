import { WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { logoAt } from "./records.ts";

/** Takes the workspace's logo away; its initials stand in its place. Without one nothing changes. */
export const removeLogo = workspaceCommand({
  action: "logo.removed",
  permission: "branding.update",
  locks: "workspace",
  input: WorkspaceInput,
  async run({ tx, ctx, input }) {
    const { workspaceId } = ctx.scope;
    await lockWorkspace(tx, ctx.scope, input.id);
    const removed = await tx.$executeRaw`DELETE FROM workspace_logo WHERE workspace_id = ${workspaceId}::uuid`;
    return { output: logoAt(workspaceId, null), change: removed > 0 ? { target: workspaceId } : null };
  },
});
