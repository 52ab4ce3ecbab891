import { expect, test } from "vitest";
import { dayEnd, dayOf, dayStart, isDay } from "./day-start.ts";

test("a day begins and ends by the clocks of its zone", () => {
  expect(dayStart("2026-11-24", "Asia/Ho_Chi_Minh")).toBe("2026-11-23T17:00:00.000Z");
  expect(dayEnd("2026-11-24", "Asia/Ho_Chi_Minh")).toBe("2026-11-24T17:00:00.000Z");
  expect(dayStart("2026-11-24", "UTC")).toBe("2026-11-24T00:00:00.000Z");
  expect(dayEnd("2026-12-31", "America/New_York")).toBe("2027-01-01T05:00:00.000Z");
});

test("a day on which clocks are set lasts as long as it does there", () => {
  expect(dayStart("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
  expect(dayEnd("2026-03-29", "Europe/Berlin")).toBe("2026-03-29T22:00:00.000Z");
  expect(dayStart("2026-10-25", "Europe/Berlin")).toBe("2026-10-24T22:00:00.000Z");
  expect(dayEnd("2026-10-25", "Europe/Berlin")).toBe("2026-10-25T23:00:00.000Z");
});

test("a moment is on the day that its zone writes", () => {
  expect(dayOf("2026-11-23T17:00:00.000Z", "Asia/Ho_Chi_Minh")).toBe("2026-11-24");
  expect(dayOf("2026-11-23T16:59:59.999Z", "Asia/Ho_Chi_Minh")).toBe("2026-11-23");
  expect(dayOf(dayStart("2027-01-01", "America/New_York"), "America/New_York")).toBe("2027-01-01");
});

test("only a day that there is is one", () => {
  expect(isDay("2026-11-24")).toBe(true);
  for (const text of ["2026-02-30", "24.11.2026", "", "2026-13-01"]) expect(isDay(text)).toBe(false);
});
