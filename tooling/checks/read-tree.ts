import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tree, TreeFile } from "./check.ts";

const ignoredFolders = new Set([
  ".cache",
  ".data",
  ".git",
  ".next",
  ".turbo",
  "dist",
  "generated",
  "node_modules",
  "playwright-report",
  "test-results",
]);

const readExtensions = /\.(tsx?|mts|json|css|sql|prisma|md|yaml)$|(^|\/)\.env\.example$/;
const notHandWritten = /(^|\/)(pnpm-lock\.yaml|next-env\.d\.ts)$/;

/** Reads every hand-written text file under `root`. */
export function readTree(root: string): Tree {
  return readFolder(root, "");
}

function readFolder(root: string, folder: string): TreeFile[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ignoredFolders.has(entry.name) || entry.name.startsWith(".next-") ? [] : readFolder(root, path);
    if (!entry.isFile() || !readExtensions.test(path) || notHandWritten.test(path)) return [];
    return [{ path, text: readFileSync(join(root, path), "utf8") }];
  });
}
