import { WORKSPACE_ACTIONS } from "@pronaflow/contract";
import { messageKey } from "#i18n/message-key.ts";
import type { Words } from "./field-words.ts";
import { actionsOf, KINDS } from "./kinds.ts";

type Asked = Partial<Record<"actorId" | "from" | "to", unknown> & { actions: unknown }>;

/** What a file of the log was asked to hold, in words; null for what no file was asked. */
export function exportWords(words: Words, given: unknown): string | null {
  const asked = readAsked(given);
  if (!asked) return null;
  const { t, format, names } = words;
  const { actorId, actions, from, to } = asked;
  const day = (at: unknown) => format.dateTime(new Date(String(at)), { dateStyle: "medium", timeStyle: "short" });
  const parts = [
    typeof actorId === "string" ? (names.get(actorId) ?? t("oneMore")) : null,
    Array.isArray(actions) ? actsIn(words, actions.map(String)) : null,
    isTime(from) ? t("sinceDay", { day: day(from) }) : null,
    isTime(to) ? t("untilDay", { day: day(to) }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? t("wholeLog") : format.list(parts, { type: "unit" });
}

function actsIn({ t, format }: Words, actions: readonly string[]): string {
  const kind = KINDS.find((one) => actionsOf(one).join() === actions.join());
  if (kind) return t(kind);
  const acts = actions.map((action) => {
    const known = WORKSPACE_ACTIONS.find((one) => one === action);
    return known ? t(`act.${messageKey(known)}`) : action;
  });
  return format.list(acts, { type: "unit" });
}

function isTime(at: unknown): boolean {
  return typeof at === "string" && !Number.isNaN(Date.parse(at));
}

function readAsked(given: unknown): Asked | null {
  try {
    const asked: unknown = JSON.parse(String(given));
    return typeof asked === "object" && asked !== null ? asked : null;
  } catch {
    return null;
  }
}
