import type { Check, Problem, Tree } from "./check.ts";

/** Every command package.json promises exists. */
export const rootScripts: Check = { name: "commands exist", run: checkScripts };

function checkScripts(tree: Tree): Problem[] {
  const paths = new Set(tree.map(({ path }) => path));
  const manifest = tree.find(({ path }) => path === "package.json");
  const scripts: { scripts?: Record<string, string> } = JSON.parse(manifest?.text ?? "{}");
  return Object.entries(scripts.scripts ?? {}).flatMap(([name, command]) => {
    const file = /(\S+\.ts)\b/.exec(command)?.[1];
    if (!file || paths.has(file)) return [];
    return [{ path: "package.json", message: `the command ${name} runs ${file}, which does not exist.` }];
  });
}
