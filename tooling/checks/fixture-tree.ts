import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Tree } from "./check.ts";
import { readTree } from "./read-tree.ts";

/** A small repository on disk, read the way the real one is, for the tests of checks. */
export function fixtureTree(files: Record<string, string>): Tree {
  const root = mkdtempSync(join(tmpdir(), "pronaflow-tree-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return readTree(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
