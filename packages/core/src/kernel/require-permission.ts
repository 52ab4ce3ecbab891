import type { AccountTokenPermission, Permission, SystemPermission, SystemRole } from "@pronaflow/contract";
import { can, fail, grantorRoles, systemCan, systemRolesWith } from "@pronaflow/contract";
import type { Actor, WorkspaceContext } from "./context.ts";

/**
 * @throws FORBIDDEN naming the permission that the role lacks and the roles that can give it; TOKEN_NOT_PERMITTED where a
 *   program asks whose token was not given it.
 */
export function requirePermission(ctx: Pick<WorkspaceContext, "actor" | "scope">, permission: Permission): void {
  const { role } = ctx.scope;
  if (!can(role, permission)) fail("FORBIDDEN", { permission, grantedBy: grantorRoles(permission) });
  requireGrant(ctx.actor, permission);
}

/** @throws TOKEN_NOT_PERMITTED where a program asks with a token that lacks the permission; null: no token has it. */
export function requireGrant(actor: Actor, permission: Permission | AccountTokenPermission | null): void {
  if (!actor.grant || (permission && actor.grant.permissions.includes(permission))) return;
  fail("TOKEN_NOT_PERMITTED", permission ? { permission } : { permission: "–" });
}

/** The same for the console's roles. */
export function requireSystemPermission(role: SystemRole, permission: SystemPermission): void {
  if (!systemCan(role, permission)) fail("FORBIDDEN", { permission, grantedBy: systemRolesWith(permission) });
}

/** @throws ACCOUNT_LEAVING where the account is on its way out: it can be kept, and nothing else. */
export function requireStaying(actor: Actor): void {
  if (actor.account.deletionDueAt) fail("ACCOUNT_LEAVING", { finalAt: actor.account.deletionDueAt.toISOString() });
}
