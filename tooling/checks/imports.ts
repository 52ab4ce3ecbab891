import type { TreeFile } from "./check.ts";
import { lineAt } from "./source-files.ts";

export type Import = { from: string; specifier: string; line: number; isTypeOnly: boolean };

const importStatement =
  /^\s*(?:import|export)(\s+type)?\b[^"';]*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\(\s*(?:\/\*.*?\*\/\s*)?"([^"]+)"\s*\)/gm;

/** Every module a file names, whether imported, re-exported or loaded later. */
export function importsOf({ path, text }: TreeFile): Import[] {
  return [...text.matchAll(importStatement)].map((match) => ({
    from: path,
    specifier: match[2] ?? match[3] ?? match[4] ?? "",
    line: lineAt(text, match.index + match[0].search(/\S/)),
    isTypeOnly: match[1] !== undefined,
  }));
}
