const SECOND_MS = 1000;
// Each unit is used until the next one is reached; months and years are the Gregorian mean.
const UNITS = [
  ["year", 31_556_952 * SECOND_MS],
  ["month", 2_629_746 * SECOND_MS],
  ["week", 604_800 * SECOND_MS],
  ["day", 86_400 * SECOND_MS],
  ["hour", 3600 * SECOND_MS],
  ["minute", 60 * SECOND_MS],
] as const;

/** "3 hours ago", "in 2 days", "now" within a minute; both moments in milliseconds of the epoch. */
export function relativeTime(atMs: number, nowMs: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const distance = atMs - nowMs;
  for (const [unit, sizeMs] of UNITS) {
    if (Math.abs(distance) >= sizeMs) return words.format(Math.trunc(distance / sizeMs), unit);
  }
  return words.format(0, "second");
}
