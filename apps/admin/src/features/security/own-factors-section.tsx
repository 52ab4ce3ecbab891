"use client";

import { FactorRow } from "@pronaflow/app/factors/factor-row.tsx";
import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import type { MfaStatus } from "@pronaflow/contract/outputs/factors";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { NewCodesButton } from "./new-codes-button.tsx";

interface OwnFactorsSectionProps {
  /** Where the user app turns the second step off, or moves it to another phone. */
  appAddress: string;
}

/** How the second step stands: the app, and the codes that stand in for it. */
export function OwnFactorsSection({ appAddress }: OwnFactorsSectionProps) {
  const t = useTranslations("factors");
  const security = useTranslations("security");
  const status = useQuery(useTRPC().auth.mfa.status.queryOptions());
  const appText = useAppText(status.data);
  return (
    <SettingsSection anchor="two-step" title={t("title")} description={security("twoStepText")}>
      {status.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {status.isError ? <RetryState error={status.error} onRetry={() => void status.refetch()} /> : null}
      {status.data ? (
        <ul className="-my-4 divide-y">
          <FactorRow
            title={t("app")}
            aside={
              <Badge tone={status.data.enabled ? "success" : "neutral"}>{t(status.data.enabled ? "on" : "off")}</Badge>
            }
            text={appText}
            action={
              <Button asChild>
                <a href={appAddress}>{security("change")}</a>
              </Button>
            }
          />
          {status.data.enabled ? (
            <FactorRow
              title={t("backupCodes")}
              aside={status.data.backupCodesLow ? <Badge tone="warning">{t("few")}</Badge> : null}
              text={t("codesLeft", { count: status.data.backupCodesRemaining })}
              action={<NewCodesButton />}
            />
          ) : null}
        </ul>
      ) : null}
    </SettingsSection>
  );
}

function useAppText(status: MfaStatus | undefined): string {
  const t = useTranslations("factors");
  const security = useTranslations("security");
  const format = useFormatter();
  if (!status?.since) return security("offText");
  return t("onSince", { date: format.dateTime(new Date(status.since), { dateStyle: "long" }) });
}
