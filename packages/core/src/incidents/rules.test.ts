import { expect, test } from "vitest";
import { isImpossibleTravel, kilometersBetween } from "./rules.ts";

const HOUR = 3_600_000;
const hanoi = { latitude: 21.03, longitude: 105.85 };
const saigon = { latitude: 10.82, longitude: 106.63 };

test("distances are those of the globe, also over the date line and the poles", () => {
  expect(kilometersBetween(hanoi, saigon)).toBeCloseTo(1138, -1);
  expect(kilometersBetween(hanoi, hanoi)).toBe(0);
  const dateLine = kilometersBetween({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 });
  expect(dateLine).toBeCloseTo(111, 0);
  expect(kilometersBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 })).toBeCloseTo(20015, -1);
});

test.each([
  ["exactly 900 km in an hour is a flight", 900, HOUR, false],
  ["a kilometre more is not", 901, HOUR, true],
  ["100 km are within the floor, however fast", 100, 0, false],
  ["beyond the floor at once is impossible", 101, 0, true],
  ["half the world in a day is a flight", 20_000, 24 * HOUR, false],
])("%s", (_rule, kilometers, elapsedMs, isImpossible) => {
  expect(isImpossibleTravel(kilometers, elapsedMs)).toBe(isImpossible);
});
