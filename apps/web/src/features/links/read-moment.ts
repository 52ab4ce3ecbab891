/** A moment of an address, ISO 8601 as we write it; null for anything else. */
export function readMoment(text: string | string[] | undefined): string | null {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return null;
  return Number.isNaN(Date.parse(text)) ? null : text;
}
