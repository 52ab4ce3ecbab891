import type { Permission, Role, SystemPermission, SystemRole } from "@pronaflow/contract";
import { can, fail, rolesWith, systemCan, systemRolesWith } from "@pronaflow/contract";

/** @throws FORBIDDEN naming the permission that is missing and the roles that hold it. */
export function requirePermission(role: Role, permission: Permission): void {
  if (!can(role, permission)) fail("FORBIDDEN", { permission, grantedBy: rolesWith(permission) });
}

/** The same for the console's roles. */
export function requireSystemPermission(role: SystemRole, permission: SystemPermission): void {
  if (!systemCan(role, permission)) fail("FORBIDDEN", { permission, grantedBy: systemRolesWith(permission) });
}
