"use client";

import { ListFailed } from "@pronaflow/app/states/list-failed.tsx";
import type { AccessLogPage } from "@pronaflow/contract/outputs/access-log";
import { Card } from "@pronaflow/ui/card";
import { Pager } from "@pronaflow/ui/pager";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTimeZone, useTranslations } from "next-intl";
import { PlacesBy } from "#features/account/places-by.tsx";
import { HistoryLoading } from "#features/history/history-loading.tsx";
import { NoHistory } from "#features/history/no-history.tsx";
import { useTRPC } from "#trpc/context.ts";
import type { LogState } from "./log-address.ts";
import { logAddress, pageInput } from "./log-address.ts";
import { LogRow } from "./log-row.tsx";

interface LogListProps {
  workspaceId: string;
  /** The workspace's address. */
  home: string;
  state: LogState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** One page of the access log, newest first, with the way on. */
export function LogList({ workspaceId, home, state, now }: LogListProps) {
  const t = useTranslations("log");
  const timeZone = useTimeZone() ?? "UTC";
  const query = useQuery(useTRPC().workspaces.audit.list.queryOptions(pageInput(workspaceId, state, timeZone)));
  if (query.isPending) return <HistoryLoading />;
  if (query.isError) {
    return (
      <Card flush>
        <ListFailed
          error={query.error}
          start={{ href: `${home}/log`, label: t("showAll") }}
          onRetry={() => void query.refetch()}
        />
      </Card>
    );
  }
  const { items, nextCursor } = query.data;
  const { filter, trail } = state;
  const isFirst = trail.length === 0;
  const to = (cursors: readonly string[]) => `${home}${logAddress({ filter, trail: cursors })}`;
  const names = namesIn(query.data);
  return (
    <Card
      flush
      footer={
        isFirst && nextCursor === null ? undefined : (
          <Pager
            as={Link}
            labels={{ pages: t("pages"), previous: t("newer"), next: t("older") }}
            previousHref={isFirst ? null : to(trail.slice(0, -1))}
            nextHref={nextCursor === null ? null : to([...trail, nextCursor])}
          />
        )
      }
    >
      {items.length === 0 ? (
        <NoHistory of="log" isNarrowed={logAddress(state) !== "/log"} allHref={`${home}/log`} />
      ) : (
        <ul aria-label={t("title")} className="divide-y">
          {items.map((entry) => (
            <LogRow key={entry.id} entry={entry} now={now} names={names} />
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

function namesIn({ items, names: told }: AccessLogPage): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(told));
  for (const { actorId, actorName, target, targetName } of items) {
    if (actorId && actorName) names.set(actorId, actorName);
    if (targetName) names.set(target, targetName);
  }
  return names;
}
