"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { OfferCard } from "./offer-card.tsx";

/** What is offered to oneself. */
export function OffersView() {
  const t = useTranslations("ownership");
  const query = useQuery(useTRPC().transfers.list.queryOptions());
  if (query.isError) return <RetryState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton className="h-40 w-full" />;
  const { items } = query.data;
  if (items.length === 0)
    return <EmptyState icon={<Handshake aria-hidden />} title={t("noTransfers")} description={t("noTransfersText")} />;
  return (
    <ul className="grid gap-4">
      {items.map((offer) => (
        <OfferCard key={offer.id} offer={offer} />
      ))}
    </ul>
  );
}
