"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { Button } from "@pronaflow/ui/button";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";
import { PlacesBy } from "./places-by.tsx";
import { SessionRow } from "./session-row.tsx";
import { useEndSessions } from "./use-end-sessions.ts";

/** Every device that is signed in, and the way to sign out one or all the others. `now`: ISO, of the server's render. */
export function SessionsSection({ now }: { now: string }) {
  const t = useTranslations("security");
  const app = useTranslations("app");
  const list = useQuery(useTRPC().auth.sessions.list.queryOptions());
  const { endOthers, isEndingOthers } = useEndSessions();
  const [isAsking, setAsking] = useState(false);
  const sessions = list.data?.sessions ?? [];
  const others = sessions.filter((session) => !session.current).length;

  const confirm = async () => {
    if (await endOthers()) setAsking(false);
  };

  return (
    <SettingsSection
      title={t("sessions")}
      anchor="sessions"
      description={t("sessionsText")}
      footer={
        <div className="flex justify-end">
          <Button disabledReason={others === 0 ? t("onlyThis") : null} onClick={() => setAsking(true)}>
            {t("endAll")}
          </Button>
        </div>
      }
    >
      {list.isPending ? <SessionSkeletons /> : null}
      {list.isError ? <RetryState error={list.error} onRetry={() => void list.refetch()} /> : null}
      <ul className="-my-4 divide-y">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} now={now} />
        ))}
      </ul>
      {sessions.some(({ city, country }) => city ?? country) ? <PlacesBy /> : null}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("endAllTitle")}
        labels={{ confirm: t("endAll"), cancel: app("cancel"), close: app("close") }}
        onConfirm={confirm}
        pending={isEndingOthers}
      >
        <p>{t("endAllText", { count: others })}</p>
      </ConfirmDialog>
    </SettingsSection>
  );
}

function SessionSkeletons() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </div>
  );
}
