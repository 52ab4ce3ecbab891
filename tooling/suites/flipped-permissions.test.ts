import { PERMISSIONS, ROLES } from "@pronaflow/contract";
import { expect, test } from "vitest";
import { flipPermissions } from "./flipped-permissions.ts";

test("flip any cell of the permission table, and its suite goes red", { timeout: 120_000 }, () => {
  const flipped = flipPermissions();
  expect(flipped).toHaveLength(ROLES.length * PERMISSIONS.length);
  expect(flipped.filter(({ isNoticed }) => !isNoticed).map(({ cell }) => cell)).toEqual([]);
});
