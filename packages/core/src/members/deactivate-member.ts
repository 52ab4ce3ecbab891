import { MemberInput } from "@pronaflow/contract/inputs/members";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { keepAnOwner } from "./keep-an-owner.ts";
import { memberMail } from "./member-mail.ts";
import { lockMember, toChangedMember } from "./records.ts";
import { assertMayManage } from "./rules.ts";

/**
 * Takes a member's access away from their next call on; their place and role stay for a return.
 * @throws MEMBER_ABOVE, LAST_OWNER, NOT_FOUND.
 */
export const deactivateMember = workspaceCommand({
  action: "member.deactivated",
  permission: "members.update",
  locks: "workspace",
  input: MemberInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const member = await lockMember(tx, ctx.scope, input.memberId);
    assertMayManage(ctx.scope.role, member.role);
    if (member.state === "DEACTIVATED") return { output: toChangedMember(member), change: null };
    await keepAnOwner(tx, workspace.id, member);
    await tx.$executeRaw`UPDATE membership SET state = 'DEACTIVATED',
        deactivated_at = ${ctx.services.clock.now()}::timestamptz
      WHERE workspace_id = ${workspace.id}::uuid AND id = ${member.id}::uuid`;
    return {
      output: toChangedMember({ ...member, state: "DEACTIVATED" }),
      change: {
        target: member.id,
        before: { accountId: member.accountId, state: "ACTIVE" },
        after: { accountId: member.accountId, state: "DEACTIVATED" },
      },
      mails: memberMail(ctx, "member-deactivated", member, workspace),
    };
  },
});
