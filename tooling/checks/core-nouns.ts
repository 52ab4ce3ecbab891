import type { Check, Problem, Tree } from "./check.ts";
import { isTestFile, sourceFiles } from "./source-files.ts";

const fixedNames = new Set(["index", "queries", "records", "rules"]);

/**
 * What may lie in a noun of core: `<verb>-<noun>.ts`, which exports what it is named for, and the four files every noun
 * may have. The kernel is not a noun.
 */
export const coreNouns: Check = { name: "files of a noun", run: checkNouns };

function checkNouns(tree: Tree): Problem[] {
  return sourceFiles(tree).flatMap(({ path, text }) => {
    const [, noun, rest] = /^packages\/core\/src\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (!noun || !rest || noun === "kernel" || isTestFile(path)) return [];
    return problemsOf(path, rest, text);
  });
}

function problemsOf(path: string, rest: string, text: string): Problem[] {
  if (rest.includes("/")) return [{ path, message: "A noun has no folders; another idea is another noun." }];
  const name = rest.replace(/\.ts$/, "");
  if (fixedNames.has(name)) return [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name)) {
    return [{ path, message: "A noun holds <verb>-<noun>.ts, queries.ts, records.ts, rules.ts, index.ts and tests." }];
  }
  const exported = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const isExported = new RegExp(`export (const|(async )?function\\*?) ${exported}\\b`).test(text);
  return isExported ? [] : [{ path, message: `A verb's file exports what it is named for: ${exported}.` }];
}
