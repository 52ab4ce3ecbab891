/** Console roles, weakest first (spec ID-16). */
export const SYSTEM_ROLES = ["USER", "SUPPORT", "ADMIN", "SUPERADMIN"] as const;
export type SystemRole = (typeof SYSTEM_ROLES)[number];

export const SYSTEM_PERMISSIONS = [
  "console.enter",
  "workspaces.read",
  "workspaces.restore",
  "workspaces.purge",
  "accounts.read",
  "accounts.suspend",
  "accounts.end_sessions",
  "accounts.maintain",
  "incidents.read",
  "incidents.resolve",
  "audit.read",
  "admins.name",
] as const;
export type SystemPermission = (typeof SYSTEM_PERMISSIONS)[number];

const SUPPORT = ["console.enter", "workspaces.read", "accounts.read", "audit.read", "incidents.read"] as const;
const ADMIN = [
  ...SUPPORT,
  "workspaces.restore",
  "workspaces.purge",
  "accounts.suspend",
  "accounts.end_sessions",
  "accounts.maintain",
  "incidents.resolve",
] as const;

export const SYSTEM_ROLE_PERMISSIONS = {
  USER: [],
  SUPPORT,
  ADMIN,
  SUPERADMIN: SYSTEM_PERMISSIONS,
} as const satisfies Record<SystemRole, readonly SystemPermission[]>;

/** Whether a console role holds a console permission. */
export function systemCan(role: SystemRole, permission: SystemPermission): boolean {
  return (SYSTEM_ROLE_PERMISSIONS[role] as readonly SystemPermission[]).includes(permission);
}

/** The console roles that hold a permission. */
export function systemRolesWith(permission: SystemPermission): SystemRole[] {
  return SYSTEM_ROLES.filter((role) => systemCan(role, permission));
}
