import type { Permission } from "./permissions.ts";
import { PERMISSIONS } from "./permissions.ts";

/** What a program may do in its owner's name outside any workspace. */
export const ACCOUNT_TOKEN_PERMISSIONS = ["account.view", "workspaces.create"] as const;

/**
 * What a personal access token can be given (spec ID-17). Deleting a workspace and handing it over ask for a fresh proof
 * of the person, which a program cannot give: they are not among them.
 */
export const TOKEN_PERMISSIONS = [
  ...ACCOUNT_TOKEN_PERMISSIONS,
  ...PERMISSIONS.filter((one) => one !== "workspace.delete" && one !== "ownership.transfer"),
] as const satisfies readonly (Permission | (typeof ACCOUNT_TOKEN_PERMISSIONS)[number])[];
export type AccountTokenPermission = (typeof ACCOUNT_TOKEN_PERMISSIONS)[number];
export type TokenPermission = AccountTokenPermission | Exclude<Permission, "workspace.delete" | "ownership.transfer">;
