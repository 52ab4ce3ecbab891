export const LOCALES = ["en", "vi"] as const;

/** A language the product speaks, in its screens, its errors and its mails. */
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

/** The first supported language of an `Accept-Language` header or a stored preference; English otherwise. */
export function pickLocale(preference: string | null | undefined): Locale {
  for (const part of (preference ?? "").slice(0, 200).split(",")) {
    const language = part.trim().slice(0, 2).toLowerCase();
    const known = LOCALES.find((locale) => locale === language);
    if (known) return known;
  }
  return DEFAULT_LOCALE;
}
