"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { AvailableRow } from "./available-row.tsx";
import { ConnectionRow } from "./connection-row.tsx";

/** One's accounts at providers, and those that could be added. `now`: ISO, of the server's render. */
export function ConnectionsSection({ now }: { now: string }) {
  const t = useTranslations("connections");
  const list = useQuery(useTRPC().auth.oauth.list.queryOptions());
  const { connections = [], available = [] } = list.data ?? {};
  const isEmpty = list.isSuccess && connections.length === 0 && available.length === 0;
  return (
    <SettingsSection title={t("list")} description={t("listText")}>
      {list.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {list.isError ? <RetryState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {isEmpty ? <EmptyState icon={<Link2 />} title={t("noneTitle")} description={t("none")} /> : null}
      <ul className="-my-4 divide-y">
        {connections.map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} now={now} />
        ))}
        {available.map((provider) => (
          <AvailableRow key={provider.key} provider={provider} />
        ))}
      </ul>
    </SettingsSection>
  );
}
