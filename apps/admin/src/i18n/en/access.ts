export const access = {
  role: { OWNER: "Owner", ADMIN: "Admin", MEMBER: "Member", VIEWER: "Viewer", GUEST: "Guest" },
  systemRole: { USER: "User", SUPPORT: "Support", ADMIN: "Admin", SUPERADMIN: "Superadmin" },
  restoreRefused: "{role} may not restore workspaces. Ask {grantedBy}.",
  namingRefused: "{role} may not name admins. Ask {grantedBy}.",
} as const;
