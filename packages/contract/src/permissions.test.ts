import { expect, test } from "vitest";
import { can, PERMISSIONS, ROLES, rolesWith } from "./permissions.ts";
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
  expect(rolesWith("workspace.update")).toEqual(["OWNER", "ADMIN"]);
  expect(rolesWith("workspace.view")).toEqual([...ROLES]);
  expect(systemRolesWith("workspaces.restore")).toEqual(["ADMIN", "SUPERADMIN"]);
  for (const permission of PERMISSIONS) expect(can("OWNER", permission)).toBe(true);
  for (const permission of SYSTEM_PERMISSIONS) expect(systemCan("USER", permission)).toBe(false);
});
