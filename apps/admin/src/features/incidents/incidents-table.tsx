"use client";

import { ListFailed } from "@pronaflow/app/states/list-failed.tsx";
import { DataTable } from "@pronaflow/ui/data-table";
import { Pager } from "@pronaflow/ui/pager";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import type { QueueState } from "./incident-address.ts";
import { queueAddress, queueInput } from "./incident-address.ts";
import { NoIncidents } from "./no-incidents.tsx";
import { useIncidentColumns } from "./use-incident-columns.tsx";

interface IncidentsTableProps {
  state: QueueState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

export function IncidentsTable({ state, now }: IncidentsTableProps) {
  const t = useTranslations("incidents.list");
  const columns = useIncidentColumns(now);
  const query = useQuery(useTRPC().incidents.list.queryOptions(queueInput(state)));
  const { trail } = state;
  const nextCursor = query.data?.nextCursor ?? null;
  const hasPages = trail.length > 0 || nextCursor !== null;
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={query.data?.items}
      rowId={({ id }) => id}
      empty={<NoIncidents state={state} />}
      error={
        query.isError ? (
          <ListFailed
            error={query.error}
            start={{ href: "/incidents", label: t("firstPage") }}
            onRetry={() => void query.refetch()}
          />
        ) : undefined
      }
      skeletonRows={10}
      pager={
        hasPages ? (
          <Pager
            as={Link}
            labels={{ pages: t("pages"), previous: t("previous"), next: t("next") }}
            summary={t("page", { number: trail.length + 1 })}
            previousHref={trail.length > 0 ? queueAddress({ ...state, trail: trail.slice(0, -1) }) : null}
            nextHref={nextCursor === null ? null : queueAddress({ ...state, trail: [...trail, nextCursor] })}
          />
        ) : undefined
      }
    />
  );
}
