const DAY = /^\d{4}-\d\d-\d\d$/;
const MINUTE_MS = 60_000;
// A day is at most 25 hours long, where clocks are set back.
const LONGEST_DAY_MS = 25 * 60 * MINUTE_MS;

/** Whether it names a day that there is, `2026-02-30` not. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day of a moment in a zone: `2026-11-24`. */
export function dayOf(at: string, timeZone: string): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(at));
}

/** When a day begins in a zone, ISO 8601. */
export function dayStart(day: string, timeZone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The offset may change between the two: the second reading is taken where the first one led.
  const near = utc - offsetMs(utc, timeZone);
  return new Date(utc - offsetMs(near, timeZone)).toISOString();
}

/** When a day is over in a zone, ISO 8601. */
export function dayEnd(day: string, timeZone: string): string {
  const noonOfNext = Date.parse(`${day}T12:00:00Z`) + LONGEST_DAY_MS - 60 * MINUTE_MS;
  return dayStart(new Date(noonOfNext).toISOString().slice(0, 10), timeZone);
}

function offsetMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const length = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  return sign === "-" ? -length : length;
}
