import { expect, test } from "vitest";
import type { Role } from "./permissions.ts";
import {
  assignableRoles,
  can,
  grantorRoles,
  invitableRoles,
  isBelow,
  mayManage,
  PERMISSIONS,
  ROLES,
} from "./permissions.ts";
import { SYSTEM_PERMISSIONS, SYSTEM_ROLES, systemCan, systemRolesWith } from "./system-permissions.ts";

/** Spec WS-4, written a second time by hand: Owner, Admin, Member, Viewer, Guest, by their first letters. */
const TABLE: Record<string, string> = {
  "workspace.view": "OAMVG",
  "workspace.update": "OA---",
  "workspace.delete": "O----",
  "ownership.transfer": "O----",
  "settings.view": "OAMV-",
  "settings.update": "OA---",
  "branding.update": "OA---",
  "billing.view": "O----",
  "billing.manage": "O----",
  "members.view": "OAMV-",
  "members.invite": "OAM--",
  "members.update": "OA---",
  "members.remove": "OA---",
  "audit.view": "OA---",
};

/** Spec ID-16: Support reads, Admin acts, Superadmin names admins. */
const SYSTEM_TABLE: Record<string, string> = {
  "console.enter": "-SAS",
  "workspaces.read": "-SAS",
  "workspaces.restore": "--AS",
  "workspaces.purge": "--AS",
  "accounts.read": "-SAS",
  "accounts.suspend": "--AS",
  "accounts.end_sessions": "--AS",
  "accounts.maintain": "--AS",
  "incidents.read": "-SAS",
  "incidents.resolve": "--AS",
  "audit.read": "-SAS",
  "admins.name": "---S",
};

test("the table of the workspace's permissions is the spec's, cell by cell", () => {
  expect(PERMISSIONS).toHaveLength(14);
  const written = PERMISSIONS.map((permission) => {
    const cells = ROLES.map((role) => (can(role, permission) ? role.charAt(0) : "-")).join("");
    return [permission, cells];
  });
  expect(Object.fromEntries(written)).toEqual(TABLE);
});

test("the table of the console's permissions is the spec's, cell by cell", () => {
  const written = SYSTEM_PERMISSIONS.map((permission) => {
    const cells = SYSTEM_ROLES.map((role) => (systemCan(role, permission) ? role.charAt(0) : "-")).join("");
    return [permission, cells];
  });
  expect(Object.fromEntries(written)).toEqual(SYSTEM_TABLE);
});

test("who grants a permission is named, strongest first, and every permission has someone", () => {
  // An Admin holds it too, but makes nobody Admin.
  expect(grantorRoles("workspace.update")).toEqual(["OWNER"]);
  expect(grantorRoles("members.invite")).toEqual(["OWNER", "ADMIN"]);
  expect(grantorRoles("workspace.view")).toEqual(["OWNER", "ADMIN"]);
  expect(systemRolesWith("workspaces.restore")).toEqual(["ADMIN", "SUPERADMIN"]);
  for (const permission of PERMISSIONS) expect(can("OWNER", permission)).toBe(true);
  for (const permission of SYSTEM_PERMISSIONS) expect(systemCan("USER", permission)).toBe(false);
});

/** Spec WS-4, by hand: what stands in each row of the acts on people, by the first letters of the roles they reach. */
const REACH: Record<Role, { invites: string; assigns: string; manages: string }> = {
  OWNER: { invites: "OAMVG", assigns: "OAMVG", manages: "OAMVG" },
  ADMIN: { invites: "MVG", assigns: "MVG", manages: "MVG" },
  MEMBER: { invites: "VG", assigns: "", manages: "" },
  VIEWER: { invites: "", assigns: "", manages: "" },
  GUEST: { invites: "", assigns: "", manages: "" },
};

function letters(roles: readonly Role[]): string {
  return roles.map((role) => role.charAt(0)).join("");
}

test.each(ROLES)("whom %s may invite, which roles give and whom manage is the spec's, role by role", (role) => {
  expect({
    invites: letters(invitableRoles(role)),
    assigns: letters(assignableRoles(role)),
    manages: letters(ROLES.filter((target) => mayManage(role, target))),
  }).toEqual(REACH[role]);
});

test("nobody reaches above their own role, and only an Owner reaches their own", () => {
  for (const role of ROLES) {
    for (const reached of ROLES) {
      const reaches = [
        invitableRoles(role).includes(reached),
        assignableRoles(role).includes(reached),
        mayManage(role, reached),
      ];
      if (isBelow(role, reached)) expect(reaches).toEqual([false, false, false]);
      if (role === reached) expect(reaches).toEqual(Array(3).fill(role === "OWNER"));
    }
  }
});

test("the roles are one line: of any two, one stands below the other", () => {
  for (const [at, role] of ROLES.entries()) {
    for (const [otherAt, other] of ROLES.entries()) expect(isBelow(role, other)).toBe(at > otherAt);
  }
});
