import { Changes } from "@pronaflow/app/history/changes.tsx";
import type { HistoryEntry } from "@pronaflow/contract/outputs/workspaces";
import { Card } from "@pronaflow/ui/card";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { actionKey } from "#i18n/action-key.ts";
import { useFieldWords } from "./use-field-words.ts";

interface ActHistoryProps {
  history: readonly HistoryEntry[];
  now: string;
}

/** What was done to a thing, newest first. */
export function ActHistory({ history, now }: ActHistoryProps) {
  const t = useTranslations("history");
  const locale = useLocale();
  const words = useFieldWords();
  const labels = { changes: t("changes"), field: t("field"), before: t("before"), after: t("after") };
  return (
    <Card title={t("title")} description={t("text")}>
      {history.length === 0 ? <p className="text-muted-foreground">{t("empty")}</p> : null}
      <ol className="divide-y">
        {history.map((entry) => {
          const key = actionKey(entry.action);
          return (
            <li key={entry.id} className="grid gap-2 py-3 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">{key ? t(`action.${key}`) : entry.action}</span>
                <span>{t("byWhom", { name: entry.actorName ?? t("nobody") })}</span>
                <span className="text-muted-foreground">
                  <TimeAgo at={entry.at} now={now} locale={locale} />
                </span>
              </p>
              {entry.reason ? (
                <p className="break-words">
                  <span className="text-muted-foreground">{t("reason")}:</span> {entry.reason}
                </p>
              ) : null}
              <Changes before={entry.before} after={entry.after} words={words} labels={labels} />
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
