import { LeaveWorkspaceInput } from "@pronaflow/contract/inputs/members";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { keepAnOwner } from "./keep-an-owner.ts";
import { lockMember } from "./records.ts";
import { takeAway } from "./take-away.ts";

/**
 * Gives up one's own place in a workspace.
 * @throws LAST_OWNER where nobody else owns it: it has to be handed over or deleted first.
 */
export const leaveWorkspace = workspaceCommand({
  action: "member.left",
  permission: "workspace.view",
  locks: "workspace",
  input: LeaveWorkspaceInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const member = await lockMember(tx, ctx.scope, ctx.scope.memberId);
    await keepAnOwner(tx, workspace.id, member);
    await takeAway(tx, workspace.id, member);
    return {
      output: { memberId: member.id },
      change: { target: member.id, before: { accountId: member.accountId, role: member.role } },
    };
  },
});
