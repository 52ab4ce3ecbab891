import { fail } from "@pronaflow/contract";
import { WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import type { Tx } from "@pronaflow/db";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { enterNewWorkspace } from "../kernel/transaction.ts";
import { assertMayOwnAnother } from "./assert-may-own-another.ts";
import { listOwners } from "./list-owners.ts";
import { undoUntilFrom } from "./rules.ts";

type Deleted = { name: string; slug: string; deleted_at: Date | null; purge_started_at: Date | null };

/**
 * Takes the deletion of a workspace back within 24 hours, to the millisecond: everything is as it was, its Owners are
 * mailed. For an active Owner, who is proven here: no scope leads into a deleted workspace.
 * @throws STEP_UP_REQUIRED; NOT_FOUND where it is not theirs; WORKSPACE_NOT_DELETED; UNDO_WINDOW_CLOSED;
 *   WORKSPACE_LIMIT_REACHED where they own twenty others by now.
 */
export const undeleteWorkspace = userCommand({
  action: "workspace.undeleted",
  stepUp: true,
  input: WorkspaceInput,
  async run({ tx, ctx, input: { id } }) {
    const now = ctx.services.clock.now();
    const workspace = await lockAsOwner(tx, ctx, id);
    const { deleted_at: deletedAt } = workspace;
    if (!deletedAt) return fail("WORKSPACE_NOT_DELETED");
    if (workspace.purge_started_at || undoUntilFrom(deletedAt) <= now) fail("UNDO_WINDOW_CLOSED");
    await assertMayOwnAnother(tx, ctx.actor.account.id);
    await tx.$executeRaw`UPDATE workspace SET deleted_at = NULL, final_at = NULL, deleted_by = NULL, updated_at = ${now}
      WHERE id = ${id}::uuid`;
    const { name, slug } = workspace;
    const link = `${ctx.services.env.APP_URL}/w/${slug}`;
    const owners = await listOwners(tx, id);
    return {
      output: { id, slug },
      change: {
        target: id,
        workspaceId: id,
        before: { state: "DELETED", deletedAt: deletedAt.toISOString() },
        after: { state: "ACTIVE" },
      },
      mails: owners.map((owner) => ({
        template: "workspace-restored" as const,
        to: owner.email,
        accountId: owner.id,
        locale: owner.locale,
        props: { displayName: owner.displayName, workspaceName: name, link },
      })),
    };
  },
});

/** One's own place is read before any wall is moved, and again once the workspace is locked. */
async function lockAsOwner(tx: Tx, ctx: UserContext, id: string): Promise<Deleted> {
  const isOwner = async () => {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM membership WHERE workspace_id = ${id}::uuid
      AND account_id = ${ctx.actor.account.id}::uuid AND role = 'OWNER' AND state = 'ACTIVE'`;
    return found.length > 0;
  };
  if (!(await isOwner())) return fail("NOT_FOUND");
  await enterNewWorkspace(tx, id);
  const [workspace] = await tx.$queryRaw<Deleted[]>`SELECT name, slug, deleted_at, purge_started_at FROM workspace
    WHERE id = ${id}::uuid FOR UPDATE`;
  return workspace && (await isOwner()) ? workspace : fail("NOT_FOUND");
}
