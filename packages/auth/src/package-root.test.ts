import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "./package-root.ts";

const root = join(import.meta.dirname, "..");

test("the package is found from its source and from an app's bundle in the same checkout", () => {
  expect(packageRoot()).toBe(root);
  expect(packageRoot(join(root, "..", "..", "apps", "web", "dist"))).toBe(root);
  expect(() => packageRoot("/")).toThrow("packages/auth");
});
