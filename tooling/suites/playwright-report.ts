import type { Counts } from "./suite.ts";

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
};

/** The counts of a Playwright report. A flaky test is a failed one; so is an error outside of any test. */
export function countPlaywright(report: string, exitCode: number): Counts {
  const { stats, errors }: PlaywrightReport = JSON.parse(report);
  const failed = stats.unexpected + stats.flaky + errors.length;
  const isBadEnd = exitCode !== 0 && failed === 0;
  return { passed: stats.expected, failed: isBadEnd ? 1 : failed, skipped: stats.skipped };
}
