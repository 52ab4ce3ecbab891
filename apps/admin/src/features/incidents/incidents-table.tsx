"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PagedTable } from "#features/lists/paged-table.tsx";
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
  return (
    <PagedTable
      caption={t("caption")}
      columns={columns}
      query={query}
      trail={state.trail}
      addressOf={(trail) => queueAddress({ ...state, trail })}
      start="/incidents"
      empty={<NoIncidents state={state} />}
    />
  );
}
