import { fail } from "@pronaflow/contract";
import { RestoreWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { systemCommand } from "../kernel/command.ts";
import { listOwners } from "../workspaces/list-owners.ts";
import { lockAnyWorkspace } from "./records.ts";
import { assertRestorable } from "./rules.ts";

/**
 * Brings a deleted workspace back with everything as it was, within its 30 days; its Owners are mailed. Of two admins at
 * once one restores, the other hears that it is not deleted.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, WORKSPACE_NOT_DELETED, RESTORE_WINDOW_CLOSED.
 */
export const restoreWorkspace = systemCommand({
  action: "workspace.restored",
  permission: "workspaces.restore",
  stepUp: true,
  input: RestoreWorkspaceInput,
  async run({ tx, ctx, input }) {
    const now = ctx.services.clock.now();
    const workspace = (await lockAnyWorkspace(tx, input.id)) ?? fail("NOT_FOUND");
    assertRestorable(workspace, now);
    await tx.$executeRaw`UPDATE workspace SET deleted_at = NULL, final_at = NULL, deleted_by = NULL, updated_at = ${now}
      WHERE id = ${workspace.id}::uuid`;
    const owners = await listOwners(tx, workspace.id);
    const link = `${ctx.services.env.APP_URL}/w/${workspace.slug}`;
    return {
      output: { id: workspace.id, slug: workspace.slug },
      change: {
        target: workspace.id,
        workspaceId: workspace.id,
        before: { state: "DELETED", deletedAt: workspace.deletedAt?.toISOString() ?? null },
        after: { state: "ACTIVE" },
        reason: input.reason,
      },
      mails: owners.map(({ id, email, locale, displayName }) => ({
        template: "workspace-restored" as const,
        to: email,
        accountId: id,
        locale,
        props: { displayName, workspaceName: workspace.name, link },
      })),
    };
  },
});
