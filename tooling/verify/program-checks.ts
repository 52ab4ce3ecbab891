import { join } from "node:path";
import { repositoryRoot } from "../run/env.ts";
import { runNode } from "../run/run-command.ts";

const installed = join(repositoryRoot, "node_modules");

/** Format and lint: Biome, with its rules in biome.json. */
export function formatAndLint(): Promise<string[]> {
  return run([join(installed, "@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--colors=off"]);
}

/** Types: one project over the whole tree, and one for the console, whose words are typed apart from the app's. */
export async function types(): Promise<string[]> {
  const check = (project: string) =>
    run([join(installed, "typescript/bin/tsc"), "--noEmit", "-p", project, "--pretty", "false"]);
  return [...(await check("tsconfig.json")), ...(await check("apps/admin/tsconfig.json"))];
}

/** Files, exports and dependencies that nothing uses, and those that are used undeclared. */
export function unusedCode(): Promise<string[]> {
  return run([join(installed, "knip/bin/knip.js"), "--no-progress", "--no-config-hints"]);
}

async function run(args: string[]): Promise<string[]> {
  const { code, output } = await runNode(args);
  if (code === 0) return [];
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 ? lines : [`ended with code ${code}`];
}
