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
  return proceduresOf(tree, index, "");
}

function proceduresOf(tree: Tree, text: string, prefix: string): string[] {
  const own = [...text.matchAll(/^ {2}(\w+): \w+Procedure\b/gm)].map((entry) => `${prefix}${entry[1]}`);
  const nested = [...text.matchAll(/\b(\w+):\s*(\w+Router)\b/g)].flatMap(([, name, router]) => {
    const defined = tree.find(
      (file) => file.path.startsWith(folder) && file.text.includes(`export const ${router} = router(`),
    );
    return proceduresOf(tree, defined?.text ?? "", `${prefix}${name}.`);
  });
  return [...own, ...nested];
}
