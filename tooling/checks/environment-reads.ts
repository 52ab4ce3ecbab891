import type { Check, Problem, Tree } from "./check.ts";
import { isTestFile, lineAt, sourceFiles } from "./source-files.ts";

// Build configuration runs before any program of ours and may ask what it builds for.
const mayRead = /(^|\/)(env\.ts|[a-z]+\.config\.ts)$|^bench\//;
const reads = /\bprocess\.env\b|\bimport\.meta\.env\b|\benv\b[^;\n]*\bfrom "node:process"/;

/** The environment is read, checked and named once, in `env.ts`; everything else is handed its settings. */
export const environmentReads: Check = { name: "environment only in env.ts", run: checkReads };

function checkReads(tree: Tree): Problem[] {
  return sourceFiles(tree).flatMap(({ path, text }) => {
    if (mayRead.test(path) || isTestFile(path) || path.startsWith("tooling/checks/")) return [];
    const at = withoutComments(text).search(reads);
    return at === -1 ? [] : [{ path, line: lineAt(text, at), message: "reads the environment; take it from env.ts." }];
  });
}

/** Comments blanked out, so that they may speak of what code may not do, and offsets stay what they were. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, (comment) => comment.replace(/[^\n]/g, " "));
}
