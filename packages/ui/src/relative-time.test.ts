import { expect, test } from "vitest";
import { relativeTime } from "./relative-time.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test.each([
  [-59_000, "now"],
  [-MINUTE_MS, "1 minute ago"],
  [-59 * MINUTE_MS, "59 minutes ago"],
  [-DAY_MS, "yesterday"],
  [3 * DAY_MS, "in 3 days"],
  [-8 * DAY_MS, "last week"],
  [-400 * DAY_MS, "last year"],
])("%i ms from now reads %j", (distanceMs, words) => {
  expect(relativeTime(distanceMs, 0, "en")).toBe(words);
});

test("it speaks the viewer's language", () => {
  expect(relativeTime(-2 * 3_600_000, 0, "vi")).toBe("2 giờ trước");
});
