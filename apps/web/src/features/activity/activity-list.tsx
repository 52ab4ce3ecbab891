"use client";

import { ListFailed } from "@pronaflow/app/states/list-failed.tsx";
import { Card } from "@pronaflow/ui/card";
import { Pager } from "@pronaflow/ui/pager";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PlacesBy } from "#features/account/places-by.tsx";
import { HistoryLoading } from "#features/history/history-loading.tsx";
import { NoHistory } from "#features/history/no-history.tsx";
import { useTRPC } from "#trpc/context.ts";
import type { ActivityState } from "./activity-address.ts";
import { activityAddress, activityInput } from "./activity-address.ts";
import { ActivityRow } from "./activity-row.tsx";

interface ActivityListProps {
  state: ActivityState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** One page of one's own activity, newest first, with the way on. */
export function ActivityList({ state, now }: ActivityListProps) {
  const t = useTranslations("activity");
  const query = useQuery(useTRPC().account.activity.queryOptions(activityInput(state)));
  if (query.isPending) return <HistoryLoading hasIcons />;
  if (query.isError) {
    return (
      <Card flush>
        <ListFailed
          error={query.error}
          start={{ href: "/account/activity", label: t("showAll") }}
          onRetry={() => void query.refetch()}
        />
      </Card>
    );
  }
  const { items, nextCursor } = query.data;
  const { filter, trail } = state;
  const isFirst = trail.length === 0;
  return (
    <Card
      flush
      footer={
        isFirst && nextCursor === null ? undefined : (
          <Pager
            as={Link}
            labels={{ pages: t("pages"), previous: t("newer"), next: t("older") }}
            previousHref={isFirst ? null : activityAddress({ filter, trail: trail.slice(0, -1) })}
            nextHref={nextCursor === null ? null : activityAddress({ filter, trail: [...trail, nextCursor] })}
          />
        )
      }
    >
      {items.length === 0 ? (
        <NoHistory
          of="activity"
          isNarrowed={filter !== "all" || trail.length > 0}
          allHref={activityAddress({ filter: "all", trail: [] })}
        />
      ) : (
        <ul aria-label={t("title")} className="divide-y">
          {items.map((item) => (
            <ActivityRow key={item.id} item={item} now={now} />
          ))}
        </ul>
      )}
      {items.some(({ city, country }) => city ?? country) ? (
        <div className="border-t px-5 pb-4">
          <PlacesBy />
        </div>
      ) : null}
    </Card>
  );
}
