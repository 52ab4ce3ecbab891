import type { Locale } from "@pronaflow/contract";
import compile from "icu-minify/compile";
import type { SameShape } from "./same-shape.ts";

interface Catalogue<Messages> {
  /** Every word in one language. */
  messagesIn(locale: Locale): Messages;
  /** The words of a few areas: what a page hands to the browser, where all of them would be dead weight. */
  someMessages<Area extends keyof Messages>(locale: Locale, areas: readonly Area[]): Pick<Messages, Area>;
}

/** An app's words in every language, compiled on the server. */
export function catalogueOf<Messages extends object>(
  en: Messages,
  others: Record<Exclude<Locale, "en">, SameShape<Messages>>,
): Catalogue<Messages> {
  const languages = Object.entries({ en, ...others }).map(([locale, words]) => [locale, compiled<Messages>(words)]);
  const catalogue: Record<Locale, Messages> = Object.fromEntries(languages);
  const messagesIn = (locale: Locale) => catalogue[locale];
  return {
    messagesIn,
    someMessages: <Area extends keyof Messages>(locale: Locale, areas: readonly Area[]) => {
      const all = messagesIn(locale);
      return Object.fromEntries(areas.map((area) => [area, all[area]])) as Pick<Messages, Area>;
    },
  };
}

// The types of keys and arguments are read from the English text, which is why what is compiled keeps wearing them;
// `SameShape` has held the other languages to its keys.
function compiled<Messages>(messages: object): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === "string" ? plain(value) : compiled(value)]),
  ) as unknown as Messages;
}

// The compiler makes objects without a prototype, which React does not carry to the browser.
function plain(message: string): unknown {
  return JSON.parse(JSON.stringify(compile(message)));
}
