"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { Badge } from "@pronaflow/ui/badge";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ChangeAddressDialog } from "#features/shell/change-address-dialog.tsx";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { ChangeEmailDialog } from "./change-email-dialog.tsx";
import { EmailChangeState } from "./email-change-state.tsx";

/** The address of the account, the way to another one, and where a change of it stands. */
export function EmailSection() {
  const t = useTranslations("emailChange");
  const { user } = useMe();
  const isVerified = user.status !== "PENDING";
  const current = useQuery(useTRPC().account.emailChange.get.queryOptions());
  return (
    <SettingsSection title={t("title")} anchor="email" description={t("description")}>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="flex min-w-0 flex-wrap items-center gap-2">
            <span className="sr-only">{t("current")}</span>
            <span className="wrap-anywhere font-medium">{user.email}</span>
            <Badge tone={isVerified ? "success" : "warning"}>{t(isVerified ? "verified" : "notVerified")}</Badge>
          </p>
          {isVerified ? <ChangeEmailDialog /> : <ChangeAddressDialog />}
        </div>
        {current.isPending ? <Skeleton className="h-10 w-full" /> : null}
        {current.isError ? <RetryState error={current.error} onRetry={() => void current.refetch()} /> : null}
        {current.data?.change ? <EmailChangeState change={current.data.change} /> : null}
      </div>
    </SettingsSection>
  );
}
