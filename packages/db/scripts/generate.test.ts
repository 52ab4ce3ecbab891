import { expect, test } from "vitest";
import { ensureGenerated } from "./generate.ts";

test("an unchanged schema is not generated again", async () => {
  await ensureGenerated();
  expect(await ensureGenerated()).toBe(false);
});

test("of several at once, at most one generates", async () => {
  const made = await Promise.all([ensureGenerated(), ensureGenerated(), ensureGenerated()]);
  expect(made.filter(Boolean).length).toBeLessThanOrEqual(1);
});
