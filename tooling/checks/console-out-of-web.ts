import { posix } from "node:path";
import type { Check, Problem, Tree } from "./check.ts";
import { importsOf } from "./imports.ts";
import { isTestFile, sourceFiles } from "./source-files.ts";

const adminSide = /^(packages\/api\/src\/admin\/|apps\/admin\/)/;

/**
 * Nothing of the console is reachable from the user app, however many imports away; types count too, since what is
 * imported as a type today is imported as a value tomorrow.
 */
export const consoleOutOfWeb: Check = { name: "console out of web", run: checkReach };

function checkReach(tree: Tree): Problem[] {
  const reach = new Reach(tree);
  const starts = sourceFiles(tree).filter(({ path }) => path.startsWith("apps/web/") && !isTestFile(path));
  const problems = starts.flatMap(({ path }) => reach.follow(path, [path]));
  return problems;
}

class Reach {
  readonly #files: Map<string, string>;
  readonly #faces: Map<string, string>;
  readonly #seen = new Set<string>();

  constructor(tree: Tree) {
    this.#files = new Map(tree.map(({ path, text }) => [path, text]));
    this.#faces = packageFaces(tree);
  }

  follow(path: string, way: string[]): Problem[] {
    if (this.#seen.has(path)) return [];
    this.#seen.add(path);
    if (adminSide.test(path)) return [{ path: way[0] ?? path, message: `reaches the console: ${way.join(" → ")}` }];
    const text = this.#files.get(path);
    if (text === undefined) return [];
    return importsOf({ path, text }).flatMap(({ specifier }) => {
      const target = this.#resolve(path, specifier);
      return target ? this.follow(target, [...way, target]) : [];
    });
  }

  #resolve(from: string, specifier: string): string | undefined {
    if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
    if (specifier.startsWith("#")) return from.replace(/^(apps\/[^/]+)\/.*$/, `$1/src/${specifier.slice(1)}`);
    return this.#faces.get(specifier);
  }
}

/** `@pronaflow/api/web` → `packages/api/src/web/index.ts`, read from the exports maps. */
function packageFaces(tree: Tree): Map<string, string> {
  const faces = new Map<string, string>();
  for (const { path, text } of tree) {
    const folder = /^(packages\/[^/]+)\/package\.json$/.exec(path)?.[1];
    if (!folder) continue;
    const manifest: { name?: string; exports?: Record<string, unknown> } = JSON.parse(text);
    for (const [face, target] of Object.entries(manifest.exports ?? {})) {
      if (typeof target !== "string" || face.includes("*")) continue;
      faces.set(posix.join(manifest.name ?? "", face), posix.join(folder, target));
    }
  }
  return faces;
}
