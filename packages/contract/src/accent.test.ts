import { expect, test } from "vitest";
import { accentTones, contrastBetween } from "./accent.ts";

test("the ratio is WCAG's", () => {
  expect(contrastBetween("#000000", "#ffffff")).toBe(21);
  expect(contrastBetween("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("every colour reads at 4.5:1 on its theme's surface, and its foreground on it", () => {
  const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, "0"));
  const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));
  const unread = colours.filter((colour) => {
    const { light, dark } = accentTones(colour);
    return (
      [
        [light, "#ffffff"],
        [dark, "#151515"],
      ] as const
    ).some(
      ([tone, surface]) =>
        contrastBetween(tone.accent, surface) < 4.5 || contrastBetween(tone.accent, tone.foreground) < 4.5,
    );
  });
  expect(colours).toHaveLength(4096);
  expect(unread).toEqual([]);
});

test("a colour that reads already is shown as it was chosen", () => {
  expect(accentTones("#1d4ed8").light.accent).toBe("#1d4ed8");
  expect(accentTones("#93c5fd").dark.accent).toBe("#93c5fd");
});
