import type { Check, Problem, Tree } from "./check.ts";

const folder = "packages/api/src/admin";
const committedList = "tooling/checks/admin-procedures.json";

/** The ways into the console are a committed list, so that a new one is a line in a review and not only a line in a router. */
export const adminProcedures: Check = { name: "console's procedures", run: compare };

function compare(tree: Tree): Problem[] {
  const text = tree.find(({ path }) => path === committedList)?.text ?? "[]";
  const committed: string[] = JSON.parse(text);
  const found = proceduresIn(tree);
  return [
    ...found
      .filter((name) => !committed.includes(name))
      .map((name) => ({
        path: folder,
        message: `${name} is new. If the console is meant to have it, add it to ${committedList}.`,
      })),
    ...committed
      .filter((name) => !found.includes(name))
      .map((name) => ({ path: committedList, message: `${name} is gone. Take it off the list.` })),
  ];
}

/** `workspaces.restore`, …: read from the routers, which are tables of contents with one procedure an entry. */
export function proceduresIn(tree: Tree): string[] {
  const index = tree.find(({ path }) => path === `${folder}/index.ts`)?.text ?? "";
  const own = [...index.matchAll(/^ {2}(\w+): \w+Procedure\b/gm)].map((entry) => entry[1] ?? "");
  const nested = [...index.matchAll(/(\w+):\s*(\w+Router)\b/g)].flatMap(([, name, router]) => {
    const defined = tree.find(
      ({ path, text }) => path.startsWith(folder) && text.includes(`export const ${router} = router(`),
    );
    const entries = defined?.text.matchAll(/^ {2}(\w+): \w+Procedure\b/gm) ?? [];
    return [...entries].map((entry) => `${name}.${entry[1]}`);
  });
  return [...own, ...nested];
}
