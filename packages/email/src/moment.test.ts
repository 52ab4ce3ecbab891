import { expect, test } from "vitest";
import { moment } from "./moment.ts";

test("the zone is named, with daylight saving as of that day", () => {
  expect(moment("2026-07-01T12:00:00Z", "America/New_York", "en")).toBe(
    "July 1, 2026 at 8:00 AM, Eastern Daylight Time (GMT-4)",
  );
  expect(moment("2026-12-01T12:00:00Z", "America/New_York", "en")).toContain("Eastern Standard Time (GMT-5)");
});

test("a zone that does not exist reads as UTC", () => {
  expect(moment("2026-12-01T12:00:00Z", "Mars/Base", "en")).toContain("12:00 PM, Coordinated Universal Time");
});
