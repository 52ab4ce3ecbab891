import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { repositoryRoot, toolSetting } from "../run/env.ts";
import { runProgram } from "../run/run-command.ts";
import { installChromium } from "./install-chromium.ts";

const commandNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium that runs: the one of CHROMIUM_PATH, the system's, Playwright's; when there is none, one is installed where
 * that is possible. Throws with what to do when it is not.
 */
export async function findChromium(report: (message: string) => void): Promise<string> {
  const given = toolSetting("CHROMIUM_PATH");
  if (given !== undefined) {
    if (await runs(given)) return given;
    throw new Error(`CHROMIUM_PATH=${given} does not start. Correct it, or unset it to let a browser be found.`);
  }
  const found = await firstThatRuns([...systemPaths(), playwrightPath()]);
  if (found) return found;
  report("no Chromium found: installing one");
  await installChromium(report);
  const installed = await firstThatRuns([...systemPaths(), playwrightPath()]);
  if (installed) return installed;
  throw new Error(
    "The browser tests need a Chromium and none could be installed. Install one (Debian, Ubuntu: sudo apt-get install " +
      "chromium; macOS: Google Chrome; anywhere: npx playwright install --with-deps chromium) or set CHROMIUM_PATH.",
  );
}

function systemPaths(): string[] {
  const folders = (toolSetting("PATH") ?? "").split(delimiter);
  return [...commandNames.flatMap((name) => folders.map((folder) => join(folder, name))), ...macApplications];
}

/** Where Playwright keeps its own, whether it is there or not. */
function playwrightPath(): string {
  const require = createRequire(join(repositoryRoot, "apps/web/package.json"));
  const { chromium }: { chromium: { executablePath(): string } } = require("@playwright/test");
  return chromium.executablePath();
}

async function firstThatRuns(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (existsSync(path) && (await runs(path))) return path;
  }
  return undefined;
}

// Ubuntu's chromium package is a script that only asks for a snap: a file that exists is not yet a browser.
async function runs(path: string): Promise<boolean> {
  const { code, output } = await runProgram(path, ["--version"]);
  return code === 0 && /chrom/i.test(output);
}
