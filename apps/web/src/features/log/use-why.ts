import type { AccessLogEntry } from "@pronaflow/contract/outputs/access-log";
import { useTranslations } from "next-intl";
import { messageKey } from "#i18n/message-key.ts";

/** Why it was done: the reason somebody gave, or what made the product do it; null where nothing is to be said. */
export function useWhy({ actorKind, action, reason }: AccessLogEntry): string | null {
  const t = useTranslations("log");
  if (actorKind === "SYSTEM") {
    // The worker's reasons are kept in English; here each of its acts has its own words.
    const key = `byItself.${messageKey(action)}` as Parameters<typeof t.has>[0];
    if (t.has(key)) return t(key as "byItself.member_ended");
  }
  return reason ? t("reason", { reason }) : null;
}
