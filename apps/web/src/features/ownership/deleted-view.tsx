"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { DeletedCard } from "./deleted-card.tsx";

/** One's own workspaces that were deleted. `now`: ISO, of the server's render. */
export function DeletedView({ now }: { now: string }) {
  const t = useTranslations("ownership");
  const query = useQuery(useTRPC().workspaces.deleted.list.queryOptions());
  if (query.isError) return <RetryState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton className="h-40 w-full" />;
  const { items } = query.data;
  if (items.length === 0)
    return <EmptyState icon={<Trash2 aria-hidden />} title={t("noDeleted")} description={t("noDeletedText")} />;
  return (
    <ul className="grid gap-4">
      {items.map((workspace) => (
        <DeletedCard key={workspace.id} workspace={workspace} now={now} />
      ))}
    </ul>
  );
}
