import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../run/env.ts";
import { runNode, runProgram } from "../run/run-command.ts";

/** Tries the ways to install a Chromium this machine offers, in turn, until one succeeds; says why each failed. */
export async function installChromium(report: (message: string) => void): Promise<void> {
  const ways = isRoot() ? [byApt, byPlaywrightWithLibraries, byPlaywright] : [byPlaywright];
  for (const install of ways) {
    const problem = await install();
    if (problem === null) return;
    report(problem);
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function byApt(): Promise<string | null> {
  const update = await runProgram("apt-get", ["update", "-qq"]);
  if (update.code !== 0) return failure("apt-get update", update.output);
  const args = ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"];
  const install = await runProgram("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]);
  if (install.code !== 0) return failure("apt-get install chromium", install.output);
  // On Ubuntu the package succeeds and brings no browser.
  const started = await runProgram("chromium", ["--version"]);
  return started.code === 0 ? null : failure("the chromium that apt installed", started.output);
}

function byPlaywrightWithLibraries(): Promise<string | null> {
  return playwrightInstall(["--with-deps", "chromium"]);
}

function byPlaywright(): Promise<string | null> {
  return playwrightInstall(["chromium"]);
}

async function playwrightInstall(args: string[]): Promise<string | null> {
  const require = createRequire(join(repositoryRoot, "apps/web/package.json"));
  const cli = join(dirname(require.resolve("@playwright/test/package.json")), "cli.js");
  const { code, output } = await runNode([cli, "install", ...args]);
  return code === 0 ? null : failure("playwright install", output);
}

function failure(what: string, output: string): string {
  return `${what} failed: ${output.trim().split("\n").slice(-3).join(" ")}`;
}
