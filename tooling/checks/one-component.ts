import type { Check, Problem, Tree } from "./check.ts";
import { isTestFile, sourceFiles } from "./source-files.ts";

/** One exported component a file, so that its name is where it is looked for. */
export const oneComponent: Check = { name: "one component a file", run: checkComponents };

function checkComponents(tree: Tree): Problem[] {
  return sourceFiles(tree).flatMap(({ path, text }) => {
    if (!path.endsWith(".tsx") || isTestFile(path)) return [];
    const exported = [
      ...text.matchAll(/^export (?:default )?(?:async )?(?:function|const) ([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)/gm),
    ];
    const names = exported.map((match) => match[1] ?? "");
    if (names.length <= 1) return [];
    return [{ path, message: `exports ${names.join(", ")}; one exported component a file.` }];
  });
}
