import { expect, test } from "vitest";
import { DELIVERY_MS, LEASE_MS, nextAttempt, SWEEP_MS } from "./rules.ts";

const start = new Date("2026-03-01T09:00:00.000Z");
const after = (ms: number) => new Date(start.getTime() + ms);
const waitAfter = (attempts: number, chance: number) =>
  (nextAttempt({ attempts, createdAt: start }, start, chance)?.getTime() ?? 0) - start.getTime();

test("waits double from five seconds to a minute and are spread over their second half", () => {
  expect([1, 2, 3, 4, 5, 6, 1000].map((attempts) => waitAfter(attempts, 1))).toEqual([
    5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000,
  ]);
  expect([1, 4, 1000].map((attempts) => waitAfter(attempts, 0))).toEqual([2_500, 20_000, 30_000]);
});

test("a mail is given up after 24 hours, but not before five tries", () => {
  const day = 24 * 60 * 60 * 1000;
  expect(nextAttempt({ attempts: 900, createdAt: start }, after(day - 1), 0)).not.toBeNull();
  expect(nextAttempt({ attempts: 900, createdAt: start }, after(day), 0)).toBeNull();
  expect(nextAttempt({ attempts: 4, createdAt: start }, after(day), 0)).not.toBeNull();
  expect(nextAttempt({ attempts: 5, createdAt: start }, after(day), 0)).toBeNull();
});

test("a delivery ends within its lease, and a lost one is found within a minute", () => {
  expect(DELIVERY_MS.totalMs + DELIVERY_MS.finalReplyMs).toBeLessThan(LEASE_MS);
  expect(LEASE_MS + SWEEP_MS).toBeLessThan(60_000);
});
