import { fail } from "@pronaflow/contract";
import { CreateWorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { enterNewWorkspace } from "../kernel/transaction.ts";
import { assertMayOwnAnother } from "./assert-may-own-another.ts";
import { insertWorkspace } from "./insert-workspace.ts";
import { readDetail } from "./records.ts";
import { isProfane, refuseProfanity, slugCandidates } from "./rules.ts";

/**
 * Makes a workspace with its default settings; who asks becomes its Owner. Without a slug, one is made from the name,
 * with a short suffix where that is taken.
 * @throws INVALID_INPUT for a profane name or address, SLUG_TAKEN, WORKSPACE_LIMIT_REACHED from the 21st owned on.
 */
export const createWorkspace = userCommand({
  action: "workspace.created",
  token: "workspaces.create",
  input: CreateWorkspaceInput,
  repeatable: true,
  async prepare({ input }) {
    refuseProfanity(input);
  },
  async run({ tx, ctx, input }) {
    await assertMayOwnAnother(tx, ctx.actor.account.id);
    const id = ctx.services.random.uuid();
    await enterNewWorkspace(tx, id);
    const { name, description = "" } = input;
    const ownerId = ctx.actor.account.id;
    for (const slug of input.slug ? [input.slug] : candidates(ctx, name)) {
      if (!(await insertWorkspace(tx, ctx.services, { id, slug, name, description, ownerId }))) continue;
      const output = await readDetail(tx, { accountId: ownerId, workspaceId: id, role: "OWNER", mfaWantedFrom: null });
      return { output, change: { target: id, workspaceId: id, after: { name, slug, description } } };
    }
    return fail("SLUG_TAKEN", {}, { slug: ["INVALID"] });
  },
});

function candidates(ctx: UserContext, name: string): string[] {
  return slugCandidates(name, (length) => ctx.services.random.bytes(length)).filter((slug) => !isProfane(slug));
}
