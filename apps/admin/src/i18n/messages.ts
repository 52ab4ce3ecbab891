import type { Locale } from "@pronaflow/contract";
import compile from "icu-minify/compile";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

type Messages = typeof en;

const catalogue: Record<Locale, Messages> = { en: compiled(en), vi: compiled(vi) };

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

// The types of keys and arguments are read from the English text, which is why what is compiled keeps wearing them;
// `SameShape` has held the other languages to its keys.
function compiled(messages: object): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === "string" ? plain(value) : compiled(value)]),
  ) as unknown as Messages;
}

// The compiler makes objects without a prototype, which React does not carry to the browser.
function plain(message: string): unknown {
  return JSON.parse(JSON.stringify(compile(message)));
}
