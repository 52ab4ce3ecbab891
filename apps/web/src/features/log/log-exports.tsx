"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { Button } from "@pronaflow/ui/button";
import { Card } from "@pronaflow/ui/card";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { ExportRow } from "./export-row.tsx";
import type { LogFilter } from "./log-address.ts";
import { logAddress } from "./log-address.ts";
import { useRequestLogExport } from "./use-request-log-export.ts";

interface LogExportsProps {
  workspaceId: string;
  filter: LogFilter;
  now: string;
}

const ASKED_EVERY_MS = 1000;

/** Asks for the log as a file, shows how far each is, and gives it. */
export function LogExports({ workspaceId, filter, now }: LogExportsProps) {
  const t = useTranslations("log");
  const exports = useQuery(
    useTRPC().workspaces.audit.exports.queryOptions(
      { id: workspaceId },
      { refetchInterval: ({ state }) => (state.data?.items.some(isBeingMade) ? ASKED_EVERY_MS : false) },
    ),
  );
  const { request, isRequesting } = useRequestLogExport(workspaceId, filter);
  const isNarrowed = logAddress({ filter, trail: [] }) !== "/log";
  return (
    <Card
      title={t("export")}
      description={isNarrowed ? t("exportFiltered") : t("exportAll")}
      actions={
        <div className="flex flex-wrap gap-2">
          {(["csv", "jsonl"] as const).map((format) => (
            <Button key={format} size="sm" pending={isRequesting} onClick={() => void request(format)}>
              {t(`make_${format}`)}
            </Button>
          ))}
        </div>
      }
    >
      <div className="grid gap-3">
        <p className="text-muted-foreground">
          {t.rich("verify", { code: (command) => <code className="wrap-anywhere font-mono text-xs">{command}</code> })}
        </p>
        {exports.isPending ? <Skeleton className="h-10 w-full" /> : null}
        {exports.isError ? <RetryState error={exports.error} onRetry={() => void exports.refetch()} /> : null}
        {exports.data?.items.length ? (
          <ul aria-label={t("files")} className="divide-y border-t">
            {exports.data.items.map((made) => (
              <ExportRow key={made.id} workspaceId={workspaceId} made={made} now={now} />
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}

function isBeingMade({ state }: { state: string }): boolean {
  return state === "QUEUED" || state === "RUNNING";
}
