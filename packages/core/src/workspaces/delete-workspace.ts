import { fail } from "@pronaflow/contract";
import { DeleteWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { workspaceCommand } from "../kernel/command.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { Owner } from "./list-owners.ts";
import { listOwners } from "./list-owners.ts";
import { impactFields, readImpact } from "./read-impact.ts";
import { lockWorkspace } from "./records.ts";
import { finalAtFrom, isSameName, undoUntilFrom } from "./rules.ts";

/**
 * Deletes a workspace softly: its members lose it with this commit, its rows stay for 30 days, its Owners are mailed.
 * The audit row holds the impact, exact at this commit.
 * @throws STEP_UP_REQUIRED, NAME_MISMATCH where the name was not typed as it is.
 */
export const deleteWorkspace = workspaceCommand({
  action: "workspace.deleted",
  permission: "workspace.delete",
  locks: "workspace",
  stepUp: true,
  input: DeleteWorkspaceInput,
  async run({ tx, ctx, input }) {
    // Deletions count one after the other: who is left without a workspace depends on the others.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('workspace-deletion', 0))::text`;
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    if (!isSameName(input.confirmName, workspace.name)) fail("NAME_MISMATCH", {}, { confirmName: ["INVALID"] });
    const deletedAt = ctx.services.clock.now();
    const finalAt = finalAtFrom(deletedAt);
    const impact = await readImpact(tx, workspace.id, finalAt);
    const owners = await listOwners(tx, workspace.id);
    await tx.$executeRaw`UPDATE workspace SET deleted_at = ${deletedAt}::timestamptz, final_at = ${finalAt}::timestamptz,
        deleted_by = ${ctx.actor.account.id}::uuid, updated_at = ${deletedAt}::timestamptz
      WHERE id = ${ctx.scope.workspaceId}::uuid`;
    const deletion = {
      workspaceName: workspace.name,
      deletedBy: ctx.actor.account.displayName,
      finalAt: finalAt.toISOString(),
      undoUntil: undoUntilFrom(deletedAt).toISOString(),
      undoLink: `${ctx.services.env.APP_URL}/workspaces/deleted`,
    };
    return {
      output: {
        id: workspace.id,
        deletedAt: deletedAt.toISOString(),
        finalAt: finalAt.toISOString(),
        undoUntil: undoUntilFrom(deletedAt).toISOString(),
      },
      change: {
        target: workspace.id,
        before: { name: workspace.name, slug: workspace.slug },
        after: impactFields(impact),
      },
      mails: owners.map((owner) => mailOwner(owner, deletion)),
    };
  },
});

type DeletionTold = Extract<Mail, { template: "workspace-deleted" }>["props"];

function mailOwner(owner: Owner, deletion: Omit<DeletionTold, "displayName" | "timeZone">): Mail {
  const { id: accountId, email: to, locale, displayName, timeZone } = owner;
  const props = { displayName, timeZone, ...deletion };
  return { template: "workspace-deleted", to, accountId, locale, props };
}
