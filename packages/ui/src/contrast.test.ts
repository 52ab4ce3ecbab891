import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");

type Tokens = Map<string, string>;

/** Custom properties of every top-level rule whose selector list holds the given one. */
function declarations(selector: string): Tokens {
  const found: Tokens = new Map();
  for (const [, selectors = "", body = ""] of css.matchAll(/(?<=^|})\s*([^{}@]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(",").some((one) => one.trim() === selector)) continue;
    for (const [, name = "", value = ""] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) found.set(name, value);
  }
  return found;
}

const light = declarations(":root");
const dark = new Map([...light, ...declarations(".dark")]);
const themes: Record<string, Tokens> = {
  "web, light": light,
  "web, dark": dark,
  "console, light": new Map([...light, ...declarations('[data-app="admin"]')]),
  "console, dark": new Map([...dark, ...declarations('[data-app="admin"].dark')]),
};

/** Relative luminance (WCAG 2.2) of an opaque `oklch(L C H)`, by Ottosson's OKLab matrices. */
function luminance(colour: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (channel: number) => Math.min(1, Math.max(0, channel));
  return (
    0.2126 * clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function contrast(tokens: Tokens, ink: string, ground: string): number {
  const [one = 0, other = 0] = [ink, ground].map((name) => luminance(tokens.get(name) ?? `missing ${name}`));
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const grounds = ["background", "card", "popover", "muted", "hover"];
const tones = ["info", "success", "warning", "danger"];
const textPairs = [
  ...grounds.flatMap((ground) => ["foreground", "muted-foreground"].map((ink) => [ink, ground] as const)),
  ...["background", "card", "popover", "accent", "muted"].map((ground) => ["accent-foreground", ground] as const),
  ...["primary", "primary-hover"].map((ground) => ["primary-foreground", ground] as const),
  ...["danger", "danger-hover"].map((ground) => ["danger-foreground", ground] as const),
  ["strip-foreground", "strip"] as const,
  ...tones.flatMap((tone) =>
    [`${tone}-subtle`, "card", "background"].map((ground) => [`${tone}-ink`, ground] as const),
  ),
  ...tones.map((tone) => ["foreground", `${tone}-subtle`] as const),
  ...[1, 2, 3, 4, 5, 6].map((hue) => ["hue-foreground", `hue-${hue}`] as const),
];
// WCAG 1.4.11: what tells a control or its focus from its surroundings.
const edgePairs = ["background", "card", "popover", "muted"].flatMap((ground) => [
  ["ring", ground] as const,
  ...(ground === "muted" ? [] : [["control-border", ground] as const]),
]);

describe.each(Object.entries(themes))("%s", (_name, tokens) => {
  test.each(textPairs)("%s can be read on %s (AA, 4.5)", (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edgePairs)("%s can be seen on %s (AA, 3)", (edge, ground) => {
    expect(contrast(tokens, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

test("the console has colours of its own in both themes", () => {
  for (const theme of ["light", "dark"]) {
    const [web, console] = [themes[`web, ${theme}`], themes[`console, ${theme}`]];
    for (const token of ["primary", "ring", "strip"]) expect(console?.get(token)).not.toBe(web?.get(token));
  }
});

test("black on white is 21, so the sums are right", () => {
  const tokens = new Map([
    ["ink", "oklch(0 0 0)"],
    ["paper", "oklch(1 0 0)"],
  ]);
  expect(contrast(tokens, "ink", "paper")).toBeCloseTo(21, 1);
});
