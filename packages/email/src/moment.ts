import type { Locale } from "@pronaflow/contract";

/**
 * An instant for a human: full date, time, and the zone by name and offset, as in
 * "November 24, 2026 at 1:01 PM, Indochina Time (GMT+7)". An unknown zone reads as UTC: the mail still goes.
 */
export function moment(iso: string, timeZone: string, locale: Locale): string {
  const at = new Date(iso);
  const zone = isZone(timeZone) ? timeZone : "UTC";
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const text = together[locale](format({ dateStyle: "long" }).format(at), format({ timeStyle: "short" }).format(at));
  const name = zoneName(format({ timeZoneName: "long" }), at);
  const offset = zoneName(format({ timeZoneName: "shortOffset" }), at);
  return `${text}, ${name === offset ? name : `${name} (${offset})`}`.replace(NARROW_BLANKS, " ");
}

// The patterns of CLDR, but for Vietnamese as people write it: "13:01 ngày 24 tháng 11 năm 2026".
const together: Record<Locale, (date: string, time: string) => string> = {
  en: (date, time) => `${date} at ${time}`,
  vi: (date, time) => `${time} ngày ${date.replace(", ", " năm ")}`,
};

const NARROW_BLANKS = /[\u00A0\u202F]/gu;

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

function zoneName(format: Intl.DateTimeFormat, at: Date): string {
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "UTC";
  // Vietnamese names begin with the common noun "Giờ" (time), small in the middle of a sentence.
  return name.replace(/^Giờ /u, "giờ ");
}
