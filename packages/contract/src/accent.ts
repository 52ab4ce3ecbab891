/** What WCAG 2.2 AA asks of text of any size against what is behind it (1.4.3). */
const LEAST_CONTRAST = 4.5;
/** What an accent lies on: the cards of each theme, as `tokens.css` of ui has them. */
const SURFACES = { light: [255, 255, 255], dark: [21, 21, 21] } as const satisfies Record<string, Channels>;
const BLACK = [0, 0, 0] as const;
const WHITE = [255, 255, 255] as const;

type Channels = readonly [red: number, green: number, blue: number];

export interface AccentTones {
  /** The colour as it is shown. */
  accent: string;
  /** Black or white, whichever reads better on it. */
  foreground: string;
}

/**
 * An accent as each theme can show it: moved towards black or white just as far as it takes to reach 4.5:1 against the
 * theme's surface, with a foreground that reads on it at 4.5:1 or more. Every `#rrggbb` gets there; none is refused.
 */
export function accentTones(colour: string): { light: AccentTones; dark: AccentTones } {
  const channels = parse(colour);
  return { light: toneOn(channels, SURFACES.light, BLACK), dark: toneOn(channels, SURFACES.dark, WHITE) };
}

/** The ratio of WCAG 2.2 between two `#rrggbb`, 1 to 21. */
export function contrastBetween(one: string, other: string): number {
  return contrast(parse(one), parse(other));
}

function toneOn(colour: Channels, surface: Channels, towards: Channels): AccentTones {
  for (let step = 0; ; step += 1) {
    const accent = mix(colour, towards, step / 64);
    if (step < 64 && contrast(accent, surface) < LEAST_CONTRAST) continue;
    const foreground = contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK;
    return { accent: print(accent), foreground: print(foreground) };
  }
}

function parse(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function print(channels: Channels): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function mix([r, g, b]: Channels, [tr, tg, tb]: Channels, share: number): Channels {
  const between = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [between(r, tr), between(g, tg), between(b, tb)];
}

function contrast(one: Channels, other: Channels): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([r, g, b]: Channels): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
