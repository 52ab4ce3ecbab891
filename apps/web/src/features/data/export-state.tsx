"use client";

import type { DataExport } from "@pronaflow/contract/outputs/account";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useDownload } from "#features/downloads/use-download.ts";

interface ExportStateProps {
  made: DataExport | null;
  now: string;
}

/** Where the archive is: none yet, on its way, ready to be fetched, or not made. */
export function ExportState({ made, now }: ExportStateProps) {
  const t = useTranslations("data");
  const locale = useLocale();
  const format = useFormatter();
  const { download, isDownloading } = useDownload(t("downloadFailed"));
  if (!made) return <p className="text-muted-foreground">{t("none")}</p>;
  if (made.state === "FAILED") return <Banner tone="danger">{t("failed")}</Banner>;
  if (made.state !== "READY") {
    return (
      <div className="grid gap-2" role="status">
        <p>{t("making", { progress: format.number(made.progress) })}</p>
        <progress className="h-2 w-full accent-primary" max={100} value={made.progress} aria-label={t("export")} />
        <p className="text-muted-foreground">{t("leave")}</p>
      </div>
    );
  }
  const kilobytes = Math.max(1, Math.ceil((made.size ?? 0) / 1024));
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="grid gap-0.5">
        <p className="font-medium">{t("ready", { size: format.number(kilobytes) })}</p>
        <p className="text-muted-foreground">
          {t("made")} <TimeAgo at={made.requestedAt} now={now} locale={locale} />
          {made.expiresAt ? (
            <>
              {" "}
              · {t("gone")} <TimeAgo at={made.expiresAt} now={now} locale={locale} />
            </>
          ) : null}
        </p>
      </div>
      <Button variant="primary" pending={isDownloading} onClick={() => void download(made.id)}>
        {t("download")}
      </Button>
    </div>
  );
}
