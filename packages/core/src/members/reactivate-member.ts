import { fail } from "@pronaflow/contract";
import { MemberInput } from "@pronaflow/contract/inputs/members";
import { readHouse } from "../invitations/read-house.ts";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { memberMail } from "./member-mail.ts";
import { lockMember, toChangedMember } from "./records.ts";
import { assertMayAssign, assertMayManage, endOnReturn } from "./rules.ts";

/**
 * Gives a deactivated member their access back, in the role they had: so it has to be one that the actor may give, and
 * the plan needs a seat for them as for a newcomer. An end that has passed meanwhile no longer counts.
 * @throws MEMBER_ABOVE, ROLE_NOT_GRANTABLE, NO_SEAT_LEFT, NOT_FOUND.
 */
export const reactivateMember = workspaceCommand({
  action: "member.reactivated",
  permission: "members.update",
  locks: "workspace",
  input: MemberInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const member = await lockMember(tx, ctx.scope, input.memberId);
    assertMayManage(ctx.scope.role, member.role);
    assertMayAssign(ctx.scope.role, member.role);
    if (member.state === "ACTIVE") return { output: toChangedMember(member), change: null };
    const now = ctx.services.clock.now();
    const { seatsLeft } = await readHouse(tx, workspace.id, now);
    if (seatsLeft !== null && seatsLeft <= 0) fail("NO_SEAT_LEFT");
    const endsAt = endOnReturn(member.endsAt, now);
    await tx.$executeRaw`UPDATE membership SET state = 'ACTIVE', deactivated_at = NULL, ends_at = ${endsAt}::timestamptz
      WHERE workspace_id = ${workspace.id}::uuid AND id = ${member.id}::uuid`;
    const { accountId } = member;
    return {
      output: toChangedMember({ ...member, state: "ACTIVE", endsAt }),
      change: {
        target: member.id,
        before: { accountId, state: "DEACTIVATED", endsAt: member.endsAt?.toISOString() ?? null },
        after: { accountId, state: "ACTIVE", endsAt: endsAt?.toISOString() ?? null },
      },
      mails: memberMail(ctx, "member-reactivated", member, workspace),
    };
  },
});
