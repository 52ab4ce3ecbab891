const DAY_MINUTES = 24 * 60;

/** Minutes after midnight of a time such as `09:00`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

export function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** How long a day is; one that ends no later than it starts ends on the next (22:00 to 06:00 is 8 hours). */
export function minutesBetween(start: string, end: string): number {
  const span = minuteOf(end) - minuteOf(start);
  return span > 0 ? span : span + DAY_MINUTES;
}

/** Of an object, the fields that differ between two versions of it. */
export function changedFields<Facts extends object>(before: Facts, after: Facts): (keyof Facts & string)[] {
  const keys = Object.keys(before) as (keyof Facts & string)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** What is given, over what was there: undefined is not given. */
export function patched<Facts extends object>(before: Facts, given: { [Key in keyof Facts]?: Facts[Key] | undefined }) {
  const entries = Object.keys(before).map((key) => {
    const value = given[key as keyof Facts];
    return [key, value === undefined ? before[key as keyof Facts] : value];
  });
  return Object.fromEntries(entries) as Facts;
}

/** The named fields alone, for the audit. */
export function pick<Facts extends object, Key extends keyof Facts & string>(
  facts: Facts,
  keys: readonly Key[],
): Pick<Facts, Key> {
  return Object.fromEntries(keys.map((key) => [key, facts[key]])) as Pick<Facts, Key>;
}
