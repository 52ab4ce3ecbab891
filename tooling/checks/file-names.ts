import type { Check, Problem, Tree } from "./check.ts";
import { sourceFiles } from "./source-files.ts";

const nameless = new Set(["utils", "util", "helpers", "helper", "common", "service", "types", "misc"]);

/** A file is named for the one idea it holds; these names hold anything. */
export const fileNames: Check = { name: "file names", run: checkNames };

function checkNames(tree: Tree): Problem[] {
  return sourceFiles(tree).flatMap(({ path }) => {
    const parts = path.replace(/(\.(test|spec))?\.tsx?$/, "").split("/");
    const bad = parts.find((part) => nameless.has(part));
    return bad ? [{ path, message: `"${bad}" says nothing; name it for its idea.` }] : [];
  });
}
