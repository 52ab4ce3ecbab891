"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { TokenRow } from "./token-row.tsx";

/** Every live token, and the way to revoke one. `now`: ISO, of the server's render. */
export function TokensSection({ now }: { now: string }) {
  const t = useTranslations("tokens");
  const list = useQuery(useTRPC().account.tokens.list.queryOptions());
  const tokens = list.data?.tokens ?? [];
  return (
    <SettingsSection title={t("live")} description={t("liveText")}>
      {list.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {list.isError ? <RetryState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && tokens.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t("empty")} description={t("emptyText")} className="py-6" />
      ) : null}
      <ul className="-my-4 divide-y">
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} now={now} />
        ))}
      </ul>
    </SettingsSection>
  );
}
