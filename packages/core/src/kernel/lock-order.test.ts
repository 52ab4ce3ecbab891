import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("a verb that locks its workspace says so, so that its row is locked before the membership's", () => {
  const root = join(import.meta.dirname, "..");
  const files = globSync("*/*.ts", { cwd: root }).map((path) => ({
    path,
    text: readFileSync(join(root, path), "utf8"),
  }));
  const lockers = files.filter(({ text }) => /= workspaceCommand\(/.test(text) && /lockWorkspace\(/.test(text));
  expect(lockers.length).toBeGreaterThan(15);
  expect(lockers.filter(({ text }) => !text.includes('locks: "workspace"')).map(({ path }) => path)).toEqual([]);
});
