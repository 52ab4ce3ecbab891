"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { RETURN_DAYS } from "@pronaflow/contract";
import { Banner } from "@pronaflow/ui/banner";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";

const RETURN_MS = RETURN_DAYS * 24 * 60 * 60 * 1000;

/** What deleting one's account does. */
export function DeletionTakes() {
  const t = useTranslations("deletion");
  const format = useFormatter();
  const query = useQuery(useTRPC().account.deletion.get.queryOptions());
  // As of when it was asked; the answer to the act says it exactly.
  const [finalAt] = useState(() => new Date(Date.now() + RETURN_MS));

  if (query.isError) return <RetryState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <div role="status" className="grid gap-3">
        <span className="sr-only">{t("reading")}</span>
        <Skeleton className="w-3/4" />
        <Skeleton className="h-16 w-full" />
      </div>
    );
  }
  const lines = [t("signedOut"), t("memberships", { count: query.data.memberships }), t("erased"), t("mailed")];
  return (
    <>
      <ul className="grid list-disc gap-1 ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Banner tone="warning">{t("finalAt", { date: format.dateTime(finalAt, { dateStyle: "long" }) })}</Banner>
    </>
  );
}
