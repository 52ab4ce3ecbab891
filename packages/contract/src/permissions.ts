/** Workspace roles, strongest first (spec WS-4). */
export const ROLES = ["OWNER", "ADMIN", "MEMBER", "VIEWER", "GUEST"] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  "workspace.view",
  "workspace.update",
  "workspace.delete",
  "ownership.transfer",
  "settings.view",
  "settings.update",
  "branding.update",
  "billing.view",
  "billing.manage",
  "members.view",
  "members.invite",
  "members.update",
  "members.remove",
  "audit.view",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The one permission table: the API enforces it, the screens read it, the tests walk it, the docs print it. */
export const ROLE_PERMISSIONS = {
  OWNER: PERMISSIONS,
  ADMIN: [
    "workspace.view",
    "workspace.update",
    "settings.view",
    "settings.update",
    "branding.update",
    "members.view",
    "members.invite",
    "members.update",
    "members.remove",
    "audit.view",
  ],
  MEMBER: ["workspace.view", "settings.view", "members.view", "members.invite"],
  VIEWER: ["workspace.view", "settings.view", "members.view"],
  GUEST: ["workspace.view"],
} as const satisfies Record<Role, readonly Permission[]>;

/** Whether a role holds a permission. */
export function can(role: Role, permission: Permission): boolean {
  return (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);
}

/** The roles that can give a permission, strongest first: those that may give a role which holds it. */
export function grantorRoles(permission: Permission): Role[] {
  return ROLES.filter((role) => assignableRoles(role).some((given) => can(given, permission)));
}

/** Whether one role stands below another. */
export function isBelow(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) > ROLES.indexOf(other);
}

/** The roles that one may invite people as: an Owner every one, an Admin those below Admin, a Member Viewers and Guests. */
export function invitableRoles(role: Role): Role[] {
  if (!can(role, "members.invite")) return [];
  return ROLES.filter((invited) => role === "OWNER" || isBelow(invited, role));
}

/** The roles that one may give to a member: an Owner every one, an Admin those below Admin, nobody else any. */
export function assignableRoles(role: Role): Role[] {
  if (!can(role, "members.update")) return [];
  return ROLES.filter((given) => role === "OWNER" || isBelow(given, role));
}

/** Whether one may change or remove a member of that role: an Owner everyone, also other Owners; an Admin those below Admin. */
export function mayManage(role: Role, target: Role): boolean {
  if (!can(role, "members.update") || !can(role, "members.remove")) return false;
  return role === "OWNER" || isBelow(target, role);
}
