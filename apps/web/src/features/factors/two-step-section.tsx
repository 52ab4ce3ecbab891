"use client";

import { FactorRow } from "@pronaflow/app/factors/factor-row.tsx";
import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { BackupCodesRow } from "./backup-codes-row.tsx";
import { useFactorDialog } from "./factor-dialogs.tsx";

/** Whether the second step is on, the codes that stand in for it, and the ways to change both. */
export function TwoStepSection() {
  const t = useTranslations("factors");
  const format = useFormatter();
  const status = useQuery(useTRPC().auth.mfa.status.queryOptions());
  const open = useFactorDialog();
  const { user } = useMe();
  const since = status.data?.since;
  return (
    <SettingsSection anchor="two-step" title={t("title")} description={t("text")}>
      {status.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {status.isError ? <RetryState error={status.error} onRetry={() => void status.refetch()} /> : null}
      {status.data ? (
        <ul className="-my-4 divide-y">
          <FactorRow
            title={t("app")}
            aside={<Badge tone={since ? "success" : "neutral"}>{since ? t("on") : t("off")}</Badge>}
            text={
              since ? t("onSince", { date: format.dateTime(new Date(since), { dateStyle: "long" }) }) : t("offText")
            }
            action={
              since ? (
                <Button onClick={() => open("disable")}>{t("turnOff")}</Button>
              ) : (
                <Button
                  variant="primary"
                  disabledReason={user.status === "PENDING" ? t("pendingReason") : null}
                  onClick={() => open("enable")}
                >
                  {t("turnOn")}
                </Button>
              )
            }
          />
          {since ? <BackupCodesRow left={status.data.backupCodesRemaining} isLow={status.data.backupCodesLow} /> : null}
        </ul>
      ) : null}
    </SettingsSection>
  );
}
