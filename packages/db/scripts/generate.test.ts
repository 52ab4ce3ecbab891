import { expect, test } from "vitest";
import { ensureGenerated } from "./generate.ts";

test("an unchanged schema is not generated again, and asking costs at most 50 ms", async () => {
  await ensureGenerated();
  const startedAt = performance.now();
  expect(await ensureGenerated()).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(50);
});

test("of several at once, at most one generates", async () => {
  const made = await Promise.all([ensureGenerated(), ensureGenerated(), ensureGenerated()]);
  expect(made.filter(Boolean).length).toBeLessThanOrEqual(1);
});
