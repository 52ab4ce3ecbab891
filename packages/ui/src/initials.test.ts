import { expect, test } from "vitest";
import { hueOf } from "./hue-of.ts";
import { initials } from "./initials.ts";

test.each([
  ["Nguyễn Văn An", "NA"],
  ["  acme  ", "A"],
  ["jean-luc picard", "JP"],
  ["Đỗ Hà", "ĐH"],
  ["a\u0301nh", "Á"],
  ["👩‍🚀 crew", "👩‍🚀C"],
  ["@#!", ""],
  ["", ""],
])("%j stands as %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test("a seed keeps its colour, and seeds spread over all six", () => {
  expect(hueOf("ws_1")).toBe(hueOf("ws_1"));
  expect(new Set(Array.from({ length: 200 }, (_seed, index) => hueOf(`ws_${index}`))).size).toBe(6);
});
