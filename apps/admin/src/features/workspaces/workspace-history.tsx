import type { HistoryEntry, SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Card } from "@pronaflow/ui/card";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";

interface WorkspaceHistoryProps {
  history: SystemWorkspaceDetail["history"];
  now: string;
}

/** What happened, newest first, with what each act changed. */
export function WorkspaceHistory({ history, now }: WorkspaceHistoryProps) {
  const t = useTranslations("workspaces");
  const locale = useLocale();
  return (
    <Card title={t("history")} description={t("historyText")}>
      {history.length === 0 ? <p className="text-muted-foreground">{t("noHistory")}</p> : null}
      <ol className="divide-y">
        {history.map((entry) => (
          <li key={entry.id} className="grid gap-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <code className="font-mono font-medium">{entry.action}</code>
              <span>{entry.actorName ?? t("bySystem")}</span>
              <span className="text-muted-foreground">
                <TimeAgo at={entry.at} now={now} locale={locale} />
              </span>
            </p>
            {entry.reason ? (
              <p className="break-words">
                {t("reason")}: {entry.reason}
              </p>
            ) : null}
            <ul className="text-muted-foreground">
              {changesOf(entry).map(({ field, before, after }) => (
                <li key={field} className="break-words">
                  {t("fieldChange", { field, before, after })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function changesOf({ before, after }: HistoryEntry): { field: string; before: string; after: string }[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }));
}

function textOf(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
