import type { Locale } from "@pronaflow/contract";

/** Each language in its own words, as those who look for it know it. */
export const localeNames: Record<Locale, string> = { en: "English", vi: "Tiếng Việt" };
