import { expect, test } from "vitest";
import { countPlaywright } from "./playwright-report.ts";
import { countVitest } from "./unit-suite.ts";

const vitestReport = (results: object[], numFailedTests = 0) =>
  JSON.stringify({ numPassedTests: 3, numFailedTests, numPendingTests: 1, testResults: results });

test("a test file that does not load counts as one failure", () => {
  const report = vitestReport([{ status: "failed", assertionResults: [] }]);
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test("a failed test is counted once", () => {
  const report = vitestReport([{ status: "failed", assertionResults: [{}] }], 1);
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test("a run that ends badly without a failed test has failed", () => {
  expect(countVitest(vitestReport([]), 1).failed).toBe(1);
  expect(countVitest(vitestReport([]), 0).failed).toBe(0);
});

test("a flaky browser test is a failed one, and so is an error outside of any test", () => {
  const report = (flaky: number, errors: object[]) =>
    JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky, skipped: 0 }, errors });
  expect(countPlaywright(report(2, []), 1)).toEqual({ passed: 5, failed: 3, skipped: 0 });
  expect(countPlaywright(report(0, [{ message: "no config" }]), 1).failed).toBe(2);
});
