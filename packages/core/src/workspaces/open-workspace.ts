import { OpenWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { workspaceCommand } from "../kernel/command.ts";
import { readDetail } from "./records.ts";

/**
 * Enters a workspace: it opens at the next sign-in on any device. Written, and told to the audit, only when it is
 * another one than last time. The scope is proven by the slug: `proveWorkspaceScope(ctx, { slug })`.
 */
export const openWorkspace = workspaceCommand({
  action: "workspace.opened",
  permission: "workspace.view",
  input: OpenWorkspaceInput,
  async run({ tx, ctx }) {
    const { workspaceId, role, mfaWantedFrom } = ctx.scope;
    const accountId = ctx.actor.account.id;
    const output = await readDetail(tx, { accountId, workspaceId, role, mfaWantedFrom });
    const moved = await tx.$executeRaw`UPDATE account SET last_workspace_id = ${workspaceId}::uuid
      WHERE id = ${accountId}::uuid AND last_workspace_id IS DISTINCT FROM ${workspaceId}::uuid`;
    return { output, change: moved === 1 ? { target: workspaceId } : null };
  },
});
