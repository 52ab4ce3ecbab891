import type { Locale } from "@pronaflow/contract";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

type Messages = typeof en;

// The types of keys and arguments are read from the English text; `SameShape` has held the others to its keys.
const catalogue: Record<Locale, Messages> = { en, vi: vi as unknown as Messages };

/** Every word in one language. */
export function messagesIn(locale: Locale): Messages {
  return catalogue[locale];
}

/** The words of a few areas: what a page hands to the browser, where all of them would be dead weight. */
export function someMessages<Area extends keyof Messages>(
  locale: Locale,
  areas: readonly Area[],
): Pick<Messages, Area> {
  const all = messagesIn(locale);
  return Object.fromEntries(areas.map((area) => [area, all[area]])) as Pick<Messages, Area>;
}
