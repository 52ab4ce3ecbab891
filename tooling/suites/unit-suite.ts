import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureOathtool } from "../authenticator/ensure-oathtool.ts";
import { ensureRedis } from "../redis/ensure-redis.ts";
import { repositoryRoot } from "../run/env.ts";
import { runNode } from "../run/run-command.ts";
import type { Counts, Suite } from "./suite.ts";
import { nothing } from "./suite.ts";

/** Every vitest test: rules, commands on a real PostgreSQL, the API in process. */
export const unitSuite: Suite = {
  name: "unit",
  title: "Packages, worker and tools (vitest)",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "pronaflow-vitest-"));
    const file = join(folder, "report.json");
    try {
      await ensureOathtool((message) => console.log(message));
      await ensureRedis((message) => console.log(message));
      const vitest = join(repositoryRoot, "node_modules/vitest/vitest.mjs");
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
      const { code } = await runNode([vitest, "run", ...reporters], { isLoud: true });
      return countVitest(readFileSync(file, "utf8"), code);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/**
 * The counts of a vitest report. A file that failed before its first test counts as one failure, and so does a run that
 * ended badly without a failed test (an unhandled rejection, a teardown that threw).
 */
export function countVitest(report: string, exitCode: number): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, testResults }: VitestReport = JSON.parse(report);
  const unloadable = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = numFailedTests + unloadable.length;
  const isBadEnd = exitCode !== 0 && failed === 0;
  return { ...nothing, passed: numPassedTests, failed: isBadEnd ? 1 : failed, skipped: numPendingTests };
}
