import { fail } from "@pronaflow/contract";
import { NameHeirInput } from "@pronaflow/contract/inputs/ownership";
import type { Tx } from "@pronaflow/db";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { getStanding } from "./records.ts";

/**
 * Names the member who becomes Owner when one's own account goes, or nobody any more. Each Owner names their own.
 * @throws STEP_UP_REQUIRED; NOT_FOUND where there is no such member who can act; INVALID_INPUT for oneself.
 */
export const nameHeir = workspaceCommand({
  action: "heir.named",
  permission: "ownership.transfer",
  locks: "workspace",
  stepUp: true,
  input: NameHeirInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const me = ctx.actor.account.id;
    const heir = input.memberId === null ? null : await findHeir(tx, workspace.id, input.memberId);
    if (heir?.id === me) fail("INVALID_INPUT", {}, { memberId: ["INVALID"] });
    const [before] = await tx.$queryRaw<{ heir: string | null }[]>`SELECT heir_account_id::text AS heir FROM membership
      WHERE workspace_id = ${workspace.id}::uuid AND account_id = ${me}::uuid`;
    const output = { status: "done" as const };
    if ((before?.heir ?? null) === (heir?.id ?? null)) return { output, change: null };
    await tx.$executeRaw`UPDATE membership SET heir_account_id = ${heir?.id ?? null}::uuid
      WHERE workspace_id = ${workspace.id}::uuid AND account_id = ${me}::uuid`;
    const change = { target: me, before: { heir: before?.heir ?? null }, after: { heir: heir?.id ?? null } };
    return { output, change };
  },
});

async function findHeir(tx: Tx, workspaceId: string, memberId: string) {
  return (await getStanding(tx, workspaceId, { memberId })) ?? fail("NOT_FOUND");
}
