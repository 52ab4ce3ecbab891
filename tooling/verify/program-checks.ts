import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../run/env.ts";
import { runNode } from "../run/run-command.ts";

const installed = join(repositoryRoot, "node_modules");
const TSC = join(installed, "typescript/bin/tsc");
const PROJECTS = ["tsconfig.json", "apps/admin/tsconfig.json"];

/** Format and lint: Biome, with its rules in biome.json. */
export function formatAndLint(root = repositoryRoot): Promise<string[]> {
  return run(root, [join(installed, "@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--colors=off"]);
}

/** Types: one project over the whole tree, and one for the console, whose words are typed apart from the app's. */
export async function types(root = repositoryRoot): Promise<string[]> {
  const problems: string[] = [];
  for (const project of PROJECTS.filter((file) => existsSync(join(root, file)))) {
    problems.push(...(await run(root, [TSC, "--noEmit", "-p", project, "--pretty", "false"])));
  }
  return problems;
}

/** Files, exports and dependencies that nothing uses, and those that are used undeclared. */
export function unusedCode(root = repositoryRoot): Promise<string[]> {
  return run(root, [join(installed, "knip/bin/knip.js"), "--no-progress", "--no-config-hints"]);
}

async function run(cwd: string, args: string[]): Promise<string[]> {
  const { code, output } = await runNode(args, { cwd });
  if (code === 0) return [];
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 ? lines : [`ended with code ${code}`];
}
