import { posix } from "node:path";
import type { Check, Problem, Tree } from "./check.ts";
import { isAllowed, mayImport, onlyImporter } from "./dependency-table.ts";
import type { Import } from "./imports.ts";
import { importsOf } from "./imports.ts";
import { isTestFile, sourceFiles } from "./source-files.ts";

/** Imports and declared dependencies against the table of the design; nothing reaches past a package's face. */
export const dependencyDirection: Check = {
  name: "dependency direction",
  run: (tree) => [
    ...sourceFiles(tree).flatMap((file) => importsOf(file).flatMap(problemOf)),
    ...declaredProblems(tree),
  ],
};

function problemOf(imported: Import): Problem[] {
  const { from, specifier, line } = imported;
  const owner = packageOf(from);
  const message =
    crossesBoundary(from, specifier, owner) ??
    breaksTable(from, specifier, owner) ??
    (onlyImporter[specifier] && !onlyImporter[specifier].test(from)
      ? `only ${onlyImporter[specifier].source.replaceAll(/[\\^$]/g, "")} imports ${specifier}.`
      : null);
  return message ? [{ path: from, line, message }] : [];
}

function crossesBoundary(from: string, specifier: string, owner: string | null): string | null {
  if (!specifier.startsWith(".") || owner === null) return null;
  const target = posix.join(posix.dirname(from), specifier);
  return target.startsWith(`${owner}/`) ? null : `${specifier} leaves ${owner}; import the other package by its name.`;
}

function breaksTable(from: string, specifier: string, owner: string | null): string | null {
  if (!specifier.startsWith("@pronaflow/") || owner === null) return null;
  const allowed = mayImport[owner];
  if (!allowed) return null;
  if (isTestFile(from) && /^@pronaflow\/testing(\/|$)/.test(specifier)) return null;
  if (isAllowed(specifier, allowed)) return null;
  return `${owner} may not import ${specifier} (it may: ${allowed.join(", ") || "nothing of ours"}).`;
}

function declaredProblems(tree: Tree): Problem[] {
  return tree.flatMap(({ path, text }) => {
    const owner = packageOf(path);
    const allowed = owner === null ? undefined : mayImport[owner];
    if (!owner || !allowed || path !== `${owner}/package.json`) return [];
    const manifest: { dependencies?: Record<string, string> } = JSON.parse(text);
    const faceless = allowed.map((face) => face.split("/")[0]);
    return Object.keys(manifest.dependencies ?? {})
      .filter((name) => name.startsWith("@pronaflow/") && !faceless.includes(name.replace("@pronaflow/", "")))
      .map((name) => ({ path, message: `${owner} may not depend on ${name}.` }));
  });
}

/** `packages/core`, `apps/web`: the folder whose package.json speaks for a file. */
function packageOf(path: string): string | null {
  return /^(packages|apps|examples)\/[^/]+/.exec(path)?.[0] ?? null;
}
