"use client";

import type { AccessLogExport } from "@pronaflow/contract/outputs/access-log";
import { Button } from "@pronaflow/ui/button";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useDownload } from "#features/downloads/use-download.ts";

interface ExportRowProps {
  workspaceId: string;
  made: AccessLogExport;
  now: string;
}

/** One file of the log: on its way, ready to be fetched, or not made. */
export function ExportRow({ workspaceId, made, now }: ExportRowProps) {
  const t = useTranslations("log");
  const locale = useLocale();
  const format = useFormatter();
  const { download, isDownloading } = useDownload(t("downloadFailed"));
  const isReady = made.state === "READY";
  const isFailed = made.state === "FAILED";
  const name = t(`format_${made.format}`);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 last:pb-0">
      <div className="grid min-w-52 flex-1 gap-0.5" role="status">
        <p className={isFailed ? "font-medium text-danger-ink" : "font-medium"}>
          {isReady ? t("ready", { format: name, count: made.entries ?? 0 }) : null}
          {isFailed ? t("failed", { format: name }) : null}
          {isReady || isFailed ? null : t("making", { format: name, progress: format.number(made.progress) })}
        </p>
        {isReady || isFailed ? null : (
          <progress className="h-2 w-full max-w-80 accent-primary" max={100} value={made.progress} aria-label={name} />
        )}
        <p className="text-muted-foreground">
          {t("requestedBy", { name: made.requestedBy })} <TimeAgo at={made.requestedAt} now={now} locale={locale} />
          {made.expiresAt ? (
            <>
              {" "}
              · {t("removed")} <TimeAgo at={made.expiresAt} now={now} locale={locale} />
            </>
          ) : null}
        </p>
      </div>
      {isReady ? (
        <Button size="sm" pending={isDownloading} onClick={() => void download(`${workspaceId}/${made.id}`)}>
          {t("download")}
        </Button>
      ) : null}
    </li>
  );
}
