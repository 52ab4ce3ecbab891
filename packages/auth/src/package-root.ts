import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of this package, whether its source runs in place or was bundled into an app's `dist/` of the same
 * checkout. Files that ship with the package, and its optional dependencies, are found from here.
 */
export function packageRoot(start: string = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const candidate of [folder, join(folder, "packages", "auth")]) {
      if (existsSync(join(candidate, MARK))) return candidate;
    }
    if (folder === dirname(folder)) throw new Error(`packages/auth was not found above ${start}.`);
  }
}

const MARK = join("data", "blocklist.bin");
