import { expect, test } from "vitest";
import { matchWords } from "./match-words.ts";

const score = (typed: string, ...names: string[]) => matchWords("0199-1700", typed, names);

test("every typed word must be in a name; what is in the id is not looked for", () => {
  expect(score("berth 17", "Berth 17 north", "berth-17")).toBe(1);
  expect(score("berth 17", "Berth 1 north", "berth-1")).toBe(0);
  expect(score("0199", "Berth 1 north")).toBe(0);
  expect(score("  ", "Berth")).toBeGreaterThan(0);
});

test("a beginning comes before a later word, and that before a part of one", () => {
  const scores = [score("nor", "Northern Star"), score("sta", "Northern Star"), score("thern", "Northern Star")];
  expect(scores).toEqual([1, 0.75, 0.5]);
});

test("capitals and accents are no matter, typed or in the name", () => {
  expect(score("da nang", "Đà Nẵng")).toBe(1);
  expect(score("ĐÀ", "da nang")).toBe(1);
});
