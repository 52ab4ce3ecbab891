import { fail } from "@pronaflow/contract";
import { RestoreWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import type { Tx } from "@pronaflow/db";
import { systemCommand } from "../kernel/command.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { Owner } from "../workspaces/list-owners.ts";
import { listOwners } from "../workspaces/list-owners.ts";

interface Deleted {
  name: string;
  slug: string;
  deleted_at: Date | null;
  final_at: Date | null;
  purge_started_at: Date | null;
}

/**
 * Gives a deleted workspace back as it was: members, roles, settings and address. Its Owners are mailed.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, WORKSPACE_NOT_DELETED (also for the second of two admins at once),
 *   RESTORE_WINDOW_CLOSED once its 30 days are over or a purge has begun.
 */
export const restoreWorkspace = systemCommand({
  action: "workspace.restored",
  permission: "workspaces.restore",
  stepUp: true,
  input: RestoreWorkspaceInput,
  async run({ tx, ctx, input }) {
    const now = ctx.services.clock.now();
    const workspace = await lockDeleted(tx, input.id);
    if (!workspace.deleted_at || !workspace.final_at) return fail("WORKSPACE_NOT_DELETED");
    if (workspace.purge_started_at || workspace.final_at <= now) return fail("RESTORE_WINDOW_CLOSED");
    await tx.$executeRaw`UPDATE workspace SET deleted_at = NULL, deleted_by = NULL, final_at = NULL,
      updated_at = ${now}::timestamptz WHERE id = ${input.id}::uuid`;
    const { name: workspaceName, slug } = workspace;
    const link = `${ctx.services.env.APP_URL}/w/${slug}`;
    const owners = await listOwners(tx, input.id);
    return {
      output: { id: input.id, slug },
      change: {
        target: input.id,
        workspaceId: input.id,
        before: { deletedAt: workspace.deleted_at.toISOString(), finalAt: workspace.final_at.toISOString() },
        after: { deletedAt: null, finalAt: null },
        reason: input.reason,
      },
      mails: owners.map((owner) => mailOwner(owner, { workspaceName, link })),
    };
  },
});

async function lockDeleted(tx: Tx, id: string): Promise<Deleted> {
  const [workspace] = await tx.$queryRaw<Deleted[]>`SELECT name, slug, deleted_at, final_at, purge_started_at
    FROM workspace WHERE id = ${id}::uuid FOR UPDATE`;
  return workspace ?? fail("NOT_FOUND");
}

function mailOwner(owner: Owner, restored: { workspaceName: string; link: string }): Mail {
  const { id: accountId, email: to, locale, displayName } = owner;
  return { template: "workspace-restored", to, accountId, locale, props: { displayName, ...restored } };
}
