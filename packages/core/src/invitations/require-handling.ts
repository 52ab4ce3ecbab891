import { can, fail, grantorRoles } from "@pronaflow/contract";
import type { WorkspaceContext } from "../kernel/context.ts";
import type { LockedInvitation } from "./records.ts";
import { mayHandle, requireInvitable } from "./rules.ts";

/**
 * @throws ROLE_NOT_GRANTABLE where it offers more than the actor may give, FORBIDDEN where someone else sent it and they
 *   do not manage members.
 */
export function requireHandling(ctx: WorkspaceContext, invitation: LockedInvitation): void {
  const { role } = ctx.scope;
  if (mayHandle({ role, accountId: ctx.actor.account.id }, invitation)) return;
  requireInvitable(role, invitation.role);
  if (!can(role, "members.update"))
    fail("FORBIDDEN", { permission: "members.update", grantedBy: grantorRoles("members.update") });
}
