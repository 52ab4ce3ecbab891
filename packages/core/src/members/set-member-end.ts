import { fail } from "@pronaflow/contract";
import { SetMemberEndInput } from "@pronaflow/contract/inputs/members";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { lockMember, toChangedMember } from "./records.ts";
import { assertAhead, assertMayManage } from "./rules.ts";

/**
 * Sets when a Guest's time is over, or that it never is; from that moment on they are let in no more.
 * @throws MEMBER_ABOVE, NOT_FOUND, INVALID_INPUT for who is no Guest, or an end that has passed.
 */
export const setMemberEnd = workspaceCommand({
  action: "member.end_changed",
  permission: "members.update",
  locks: "workspace",
  input: SetMemberEndInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const member = await lockMember(tx, ctx.scope, input.memberId);
    assertMayManage(ctx.scope.role, member.role);
    if (member.role !== "GUEST") fail("INVALID_INPUT", {}, { endsAt: ["ONLY_GUESTS_END"] });
    const endsAt = input.endsAt === null ? null : new Date(input.endsAt);
    assertAhead(endsAt, ctx.services.clock.now());
    if (endsAt?.getTime() === member.endsAt?.getTime()) return { output: toChangedMember(member), change: null };
    await tx.$executeRaw`UPDATE membership SET ends_at = ${endsAt}::timestamptz
      WHERE workspace_id = ${workspace.id}::uuid AND id = ${member.id}::uuid`;
    const { accountId } = member;
    return {
      output: toChangedMember({ ...member, endsAt }),
      change: {
        target: member.id,
        before: { accountId, endsAt: member.endsAt?.toISOString() ?? null },
        after: { accountId, endsAt: endsAt?.toISOString() ?? null },
      },
    };
  },
});
