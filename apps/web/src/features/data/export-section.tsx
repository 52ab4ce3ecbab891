"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { Button } from "@pronaflow/ui/button";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { ExportState } from "./export-state.tsx";
import { useRequestExport } from "./use-request-export.ts";

const ASKED_EVERY_MS = 1000;

/** Asks for the archive of one's own data, shows how far it is, and gives it. `now`: ISO, of the server's render. */
export function ExportSection({ now }: { now: string }) {
  const t = useTranslations("data");
  const pendingReason = useTranslations("account")("pendingReason");
  const { user } = useMe();
  const current = useQuery(
    useTRPC().account.export.get.queryOptions(undefined, {
      refetchInterval: ({ state }) => (isBeingMade(state.data?.export?.state) ? ASKED_EVERY_MS : false),
    }),
  );
  const { request, isRequesting } = useRequestExport();
  const made = current.data?.export ?? null;
  const busyReason = isBeingMade(made?.state) ? t("oneAtATime") : null;

  return (
    <SettingsSection
      title={t("export")}
      description={t("exportText")}
      footer={
        <div className="flex justify-end">
          <Button
            disabledReason={user.status === "PENDING" ? pendingReason : busyReason}
            pending={isRequesting}
            onClick={() => void request()}
          >
            {made ? t("again") : t("request")}
          </Button>
        </div>
      }
    >
      {current.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {current.isError ? <RetryState error={current.error} onRetry={() => void current.refetch()} /> : null}
      {current.isSuccess ? <ExportState made={made} now={now} /> : null}
    </SettingsSection>
  );
}

function isBeingMade(state: string | undefined): boolean {
  return state === "QUEUED" || state === "RUNNING";
}
