import { useFormatter, useTranslations } from "next-intl";
import type { en } from "#i18n/en.ts";

const FACTS = [
  "ip",
  "city",
  "country",
  "browser",
  "os",
  "earlierIp",
  "earlierCity",
  "earlierCountry",
  "earlierAt",
  "kilometers",
  "address",
  "accounts",
  "failures",
  "addresses",
  "from",
  "until",
  "notice",
  "noticeAt",
  "undone",
  "sessionsEnded",
  "tokensRevoked",
  "devicesForgotten",
] as const;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Facts whose values are kinds, each with its words under the fact's own name. */
const isNamed = (fact: string): boolean => fact === "notice" || fact === "undone";
type Words = typeof en.incidents;
type KindKey = `notice.${keyof Words["notice"]}` | `undone.${keyof Words["undone"]}`;

/** What the place database said: where one of these is shown, its licence wants it named. */
export const PLACE_FACTS: ReadonlySet<string> = new Set(["city", "country", "earlierCity", "earlierCountry"]);

/** How an incident's evidence reads to a person; a fact without words is shown as it is kept. */
export function useFactWords() {
  const t = useTranslations("incidents");
  const format = useFormatter();

  const name = (fact: string): string => {
    const known = FACTS.find((one) => one === fact);
    return known ? t(`fact.${known}`) : fact;
  };
  const value = (fact: string, given: unknown): string => {
    if (typeof given === "number") return format.number(given);
    if (Array.isArray(given)) return given.map((one) => value(fact, one)).join(", ") || t("detail.nothing");
    if (typeof given !== "string") return JSON.stringify(given);
    const kind = `${fact}.${given}` as KindKey;
    if (isNamed(fact) && t.has(kind)) return t(kind);
    return ISO_TIME.test(given) ? format.dateTime(new Date(given), { dateStyle: "medium", timeStyle: "short" }) : given;
  };
  return { name, value };
}
