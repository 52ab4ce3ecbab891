import type { Role } from "@pronaflow/contract";
import { ChangeRoleInput } from "@pronaflow/contract/inputs/members";
import { requireFreshProof, workspaceCommand } from "../kernel/command.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { keepAnOwner } from "./keep-an-owner.ts";
import type { LockedMember } from "./records.ts";
import { lockMember, toChangedMember } from "./records.ts";
import { assertMayAssign, assertMayManage, endUnder } from "./rules.ts";

/**
 * Gives a member another role, by what the actor is at this moment. Making a co-owner hands over as much as a transfer
 * does, and like it asks for a fresh proof. Who is no Guest any more has no end, who is no Owner no heir.
 * @throws MEMBER_ABOVE, ROLE_NOT_GRANTABLE, LAST_OWNER, STEP_UP_REQUIRED, NOT_FOUND.
 */
export const changeRole = workspaceCommand({
  action: "member.role_changed",
  permission: "members.update",
  locks: "workspace",
  input: ChangeRoleInput,
  async run({ tx, ctx, input }) {
    const workspace = await lockWorkspace(tx, ctx.scope, input.id);
    const member = await lockMember(tx, ctx.scope, input.memberId);
    assertMayManage(ctx.scope.role, member.role);
    assertMayAssign(ctx.scope.role, input.role);
    if (member.role === input.role) return { output: toChangedMember(member), change: null };
    if (input.role === "OWNER") requireFreshProof(ctx);
    await keepAnOwner(tx, workspace.id, member);
    const after = { ...member, role: input.role, endsAt: endUnder(input.role, member.endsAt) };
    await tx.$executeRaw`UPDATE membership SET role = ${input.role}::text::"Role", ends_at = ${after.endsAt}::timestamptz,
        heir_account_id = NULL
      WHERE workspace_id = ${workspace.id}::uuid AND id = ${member.id}::uuid`;
    return {
      output: toChangedMember(after),
      change: {
        target: member.id,
        before: { accountId: member.accountId, role: member.role },
        after: { accountId: member.accountId, role: input.role },
      },
      mails: roleMail(ctx, member, { workspaceName: workspace.name, role: input.role, before: member.role }),
    };
  },
});

function roleMail(
  ctx: WorkspaceContext,
  member: LockedMember,
  told: { workspaceName: string; role: Role; before: Role },
): Mail[] {
  const { accountId, email: to, locale, displayName } = member;
  if (accountId === ctx.actor.account.id || member.state !== "ACTIVE") return [];
  const link = `${ctx.services.env.APP_URL}/w/${ctx.scope.slug}`;
  const props = { displayName, by: ctx.actor.account.displayName, link, ...told };
  return [{ template: "member-role-changed", to, accountId, locale, props }];
}
