import { skeletonOf } from "@pronaflow/contract";
import { UpdateWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import type { Fields } from "../kernel/audit.ts";
import { workspaceCommand } from "../kernel/command.ts";
import { claimSlug } from "./claim-slug.ts";
import type { LockedWorkspace } from "./records.ts";
import { lockWorkspace, readDetail } from "./records.ts";
import { refuseProfanity } from "./rules.ts";

const FIELDS = ["name", "description", "slug"] as const;

/**
 * Changes name, description or address; what is left out stays. An address that is given up stays the workspace's own:
 * it redirects, and it may be taken back.
 * @throws INVALID_INPUT for a profane name or address, SLUG_TAKEN.
 */
export const updateWorkspace = workspaceCommand({
  action: "workspace.updated",
  permission: "workspace.update",
  locks: "workspace",
  input: UpdateWorkspaceInput,
  async prepare({ input }) {
    refuseProfanity(input);
  },
  async run({ tx, ctx, input }) {
    const { workspaceId, role, mfaWantedFrom } = ctx.scope;
    const accountId = ctx.actor.account.id;
    const before = await lockWorkspace(tx, ctx.scope, input.id);
    const after: LockedWorkspace = {
      id: before.id,
      name: input.name ?? before.name,
      description: input.description ?? before.description,
      slug: input.slug ?? before.slug,
    };
    const changed = FIELDS.filter((field) => after[field] !== before[field]);
    if (changed.length > 0) {
      const now = ctx.services.clock.now();
      if (after.slug !== before.slug) {
        await claimSlug(tx, { slug: after.slug, skeleton: skeletonOf(after.slug), workspaceId, now });
      }
      await tx.$executeRaw`UPDATE workspace SET name = ${after.name}, description = ${after.description},
          slug = ${after.slug}, updated_at = ${now}::timestamptz
        WHERE id = ${workspaceId}::uuid`;
    }
    const output = await readDetail(tx, { accountId, workspaceId, role, mfaWantedFrom });
    const change = { target: workspaceId, before: pick(before, changed), after: pick(after, changed) };
    return { output, change: changed.length > 0 ? change : null };
  },
});

function pick(workspace: LockedWorkspace, fields: readonly (typeof FIELDS)[number][]): Fields {
  return Object.fromEntries(fields.map((field) => [field, workspace[field]]));
}
