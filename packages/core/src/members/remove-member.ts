import { MemberInput } from "@pronaflow/contract/inputs/members";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { keepAnOwner } from "./keep-an-owner.ts";
import { memberMail } from "./member-mail.ts";
import { lockMember } from "./records.ts";
import { assertMayManage } from "./rules.ts";
import { takeAway } from "./take-away.ts";

/**
 * Removes a member; their access ends with their next call, and they may be invited again.
 * @throws MEMBER_ABOVE, LAST_OWNER, NOT_FOUND.
 */
export const removeMember = workspaceCommand({
  action: "member.removed",
  permission: "members.remove",
  locks: "workspace",
  input: MemberInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const member = await lockMember(tx, ctx.scope, input.memberId);
    assertMayManage(ctx.scope.role, member.role);
    await keepAnOwner(tx, workspace.id, member);
    await takeAway(tx, workspace.id, member);
    return {
      output: { memberId: member.id },
      change: { target: member.id, before: { accountId: member.accountId, role: member.role, state: member.state } },
      mails: memberMail(ctx, "member-removed", member, workspace),
    };
  },
});
