import type { SessionOrigin } from "@pronaflow/auth";
import type { Locale } from "@pronaflow/contract";

/** A session's device and place as a mail names them: "Chrome 131, Windows 10" and "Hanoi, Vietnam". */
export function describeOrigin(origin: SessionOrigin, locale: Locale): { device: string; place: string | undefined } {
  const device = [origin.browser, origin.os ?? origin.device].filter(Boolean).join(", ");
  const place = [origin.city, origin.country && countryName(origin.country, locale)].filter(Boolean).join(", ");
  return { device: device || (origin.ip ?? "–"), place: place || undefined };
}

/** A country in the reader's language. */
export function countryName(code: string, locale: Locale): string {
  // Intl refuses what has not the form of a region code; the place database is not ours.
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code) : code;
}
