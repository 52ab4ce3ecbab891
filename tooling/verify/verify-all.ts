import type { Check, Problem, Tree } from "../checks/check.ts";
import { readTree } from "../checks/read-tree.ts";
import { structureChecks } from "../checks/structure.ts";
import { repositoryRoot } from "../run/env.ts";
import { environmentExample } from "./environment-example.ts";
import { permissionsPage } from "./permissions-page.ts";
import { formatAndLint, types, unusedCode } from "./program-checks.ts";
import type { Verdict } from "./verdict.ts";
import { judge } from "./verdict.ts";

/** Runs every check, those that are programs two at a time, and reports each as it is done. */
export async function verify(report: (verdict: Verdict) => void): Promise<Verdict[]> {
  const tree = readTree(repositoryRoot);
  const verdicts: Verdict[] = [];
  const run = async (name: string, check: () => Promise<string[]>) => {
    const verdict = await judge(name, check);
    verdicts.push(verdict);
    report(verdict);
  };
  for (const check of structureChecks) await run(check.name, async () => describe(check, tree));
  await run("environment example", async () => environmentExample(tree));
  await run("permissions page", async () => permissionsPage(tree));
  await Promise.all([
    run("types", () => types()),
    run("format and lint", () => formatAndLint()).then(() => run("unused code", () => unusedCode())),
  ]);
  return verdicts;
}

function describe(check: Check, tree: Tree): string[] {
  return check.run(tree).map(({ path, line, message }: Problem) => `${path}${line ? `:${line}` : ""} ${message}`);
}
