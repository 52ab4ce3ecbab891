import type { AccessLogEntry } from "@pronaflow/contract/outputs/access-log";
import type { useFormatter, useTranslations } from "next-intl";
import { exportWords } from "./export-words.ts";

export interface Words {
  t: ReturnType<typeof useTranslations<"log">>;
  access: ReturnType<typeof useTranslations<"access">>;
  format: ReturnType<typeof useFormatter>;
  locale: string;
  /** Of those the page names, by id. */
  names: ReadonlyMap<string, string>;
}

type Fields = AccessLogEntry["before"];
type Say = (words: Words, given: unknown) => string | null;

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Numbers of rows: to whom it was done is said beside, and a file is known by its moment. */
const UNTOLD = new Set(["accountId", "memberId", "exportId"]);

/** The fields that say something to a person; null where there are none. */
export function toldFields(fields: Fields): Fields {
  const told = Object.entries(fields ?? {}).filter(([field]) => !UNTOLD.has(field));
  return told.length === 0 ? null : Object.fromEntries(told);
}

/** How a field is called; one that has no words here, as it is kept. */
export function fieldName({ t }: Words, field: string): string {
  const key = `field.${field}` as Parameters<typeof t.has>[0];
  return t.has(key) ? t(key as "field.name") : field;
}

/** What a field held, in words; what has none is shown as it is kept. */
export function fieldValue(words: Words, given: unknown, field: string): string {
  if (given === undefined || given === null || given === "") return words.t("none");
  const say = Object.hasOwn(SAYS, field) ? SAYS[field] : undefined;
  return say?.(words, given) ?? plain(words, given);
}

function plain(words: Words, given: unknown): string {
  const { t, format, names } = words;
  if (typeof given === "boolean") return given ? t("yes") : t("no");
  if (typeof given === "number") return format.number(given);
  if (Array.isArray(given)) {
    if (given.length === 0) return t("none");
    return format.list(
      given.map((one) => plain(words, one)),
      { type: "unit" },
    );
  }
  if (typeof given !== "string") return JSON.stringify(given);
  if (UUID.test(given)) return names.get(given) ?? given;
  const at = ISO_TIME.test(given) ? new Date(given) : null;
  if (!at || Number.isNaN(at.getTime())) return given;
  return format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
}

const ofState = oneOf(({ t }) => t, "stateOf");
const ofRole = oneOf(({ access }) => access, "role");
const ofPerson: Say = ({ t, names }, given) => (typeof given === "string" ? (names.get(given) ?? t("gone")) : null);

// By field, not by what is in it: a workspace may be called ACTIVE.
const SAYS: Record<string, Say> = {
  status: ofState,
  state: ofState,
  role: ofRole,
  giverRole: ofRole,
  how: oneOf(({ t }) => t, "howOf"),
  why: oneOf(({ t }) => t, "whyOf"),
  owner: ofPerson,
  from: ofPerson,
  to: ofPerson,
  heir: ofPerson,
  asked: (words, given) => list(words, given, ofPerson),
  permission: ({ access }, given) => {
    const key = `permission.${String(given).replace(".", "_")}` as Parameters<typeof access.has>[0];
    return access.has(key) ? access(key as "permission.workspace_view") : null;
  },
  workDays: (words, given) => list(words, given, weekday),
  weekStart: weekday,
  minutesPerDay: duration,
  sessionMaxMinutes: duration,
  locale: named("language"),
  country: named("region"),
  bytes: ({ t, format }, given) =>
    typeof given === "number" ? t("kilobytes", { count: format.number(Math.ceil(given / 1000)) }) : null,
  format: ({ t }, given) => (given === "csv" || given === "jsonl" ? t(`format_${given}`) : null),
  filter: exportWords,
};

function oneOf<T extends Words["t"] | Words["access"]>(speaker: (words: Words) => T, group: string): Say {
  return (words, given) => {
    // The two speak of different things; of either, only a key that it has is asked for.
    const t = speaker(words) as Words["t"];
    const key = `${group}.${String(given)}` as Parameters<typeof t.has>[0];
    return /^[A-Z_]+$/.test(String(given)) && t.has(key) ? t(key as "stateOf.ACTIVE") : null;
  };
}

function list(words: Words, given: unknown, say: Say): string | null {
  if (!Array.isArray(given) || given.length === 0) return null;
  return words.format.list(
    given.map((one) => say(words, one) ?? plain(words, one)),
    { type: "unit" },
  );
}

function weekday({ format }: Words, given: unknown): string | null {
  if (typeof given !== "number" || given < 1 || given > 7) return null;
  // The first of January 2024 was a Monday.
  return format.dateTime(new Date(Date.UTC(2024, 0, given)), { weekday: "long", timeZone: "UTC" });
}

function duration({ t, format }: Words, given: unknown): string | null {
  if (typeof given !== "number") return null;
  if (given > 0 && given % DAY === 0) return t("time.days", { count: given / DAY });
  const hours = Math.floor(given / HOUR);
  const parts = [
    hours > 0 ? t("time.hours", { count: hours }) : null,
    given % HOUR > 0 || hours === 0 ? t("time.minutes", { count: given % HOUR }) : null,
  ];
  return format.list(
    parts.filter((part) => part !== null),
    { type: "unit" },
  );
}

function named(type: "language" | "region"): Say {
  return ({ locale }, given) => {
    try {
      return new Intl.DisplayNames(locale, { type }).of(String(given)) ?? null;
    } catch {
      // No code of a language or a country: it is shown as it is kept.
      return null;
    }
  };
}
