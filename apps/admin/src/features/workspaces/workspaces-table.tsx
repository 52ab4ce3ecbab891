"use client";

import { ListFailed } from "@pronaflow/app/states/list-failed.tsx";
import { DataTable } from "@pronaflow/ui/data-table";
import { Pager } from "@pronaflow/ui/pager";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import type { ListState } from "./list-address.ts";
import { listAddress, listInput } from "./list-address.ts";
import { NoWorkspaces } from "./no-workspaces.tsx";
import { useWorkspaceColumns } from "./use-workspace-columns.tsx";

interface WorkspacesTableProps {
  state: ListState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

export function WorkspacesTable({ state, now }: WorkspacesTableProps) {
  const t = useTranslations("workspaces.list");
  const columns = useWorkspaceColumns(now);
  const query = useQuery(useTRPC().workspaces.list.queryOptions(listInput(state)));
  const { trail } = state;
  const nextCursor = query.data?.nextCursor ?? null;
  const hasPages = trail.length > 0 || nextCursor !== null;
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={query.data?.items}
      rowId={({ id }) => id}
      empty={<NoWorkspaces state={state} />}
      error={
        query.isError ? (
          <ListFailed
            error={query.error}
            start={{ href: "/workspaces", label: t("firstPage") }}
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
            previousHref={trail.length > 0 ? listAddress({ ...state, trail: trail.slice(0, -1) }) : null}
            nextHref={nextCursor === null ? null : listAddress({ ...state, trail: [...trail, nextCursor] })}
          />
        ) : undefined
      }
    />
  );
}
