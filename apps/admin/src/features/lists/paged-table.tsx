"use client";

import { ListFailed } from "@pronaflow/app/states/list-failed.tsx";
import { DataTable } from "@pronaflow/ui/data-table";
import { Pager } from "@pronaflow/ui/pager";
import type { TableColumn } from "@pronaflow/ui/table-columns";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

interface PagedTableProps<Row extends { id: string }> {
  /** What it lists, for screen readers. */
  caption: string;
  /** From `columnsFor<Row>()`; stable. */
  columns: readonly TableColumn<Row>[];
  query: {
    data: { items: readonly Row[]; nextCursor: string | null } | undefined;
    error: ComponentProps<typeof ListFailed>["error"] | null;
    refetch: () => unknown;
  };
  /** The cursor of each page up to this one. */
  trail: readonly string[];
  addressOf: (trail: readonly string[]) => string;
  /** The address of the whole list. */
  start: string;
  empty: ReactNode;
  skeletonRows?: number;
}

/** A list of the console, page by page: its rows, why it could not be read, the way to the pages beside it. */
export function PagedTable<Row extends { id: string }>(props: PagedTableProps<Row>) {
  const { caption, columns, query, trail, addressOf, start, empty, skeletonRows = 10 } = props;
  const t = useTranslations("lists");
  const nextCursor = query.data?.nextCursor ?? null;
  const hasPages = trail.length > 0 || nextCursor !== null;
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={query.data?.items}
      rowId={({ id }) => id}
      empty={empty}
      error={
        query.error ? (
          <ListFailed
            error={query.error}
            start={{ href: start, label: t("firstPage") }}
            onRetry={() => void query.refetch()}
          />
        ) : undefined
      }
      skeletonRows={skeletonRows}
      pager={
        hasPages ? (
          <Pager
            as={Link}
            labels={{ pages: t("pages"), previous: t("previous"), next: t("next") }}
            summary={t("page", { number: trail.length + 1 })}
            previousHref={trail.length > 0 ? addressOf(trail.slice(0, -1)) : null}
            nextHref={nextCursor === null ? null : addressOf([...trail, nextCursor])}
          />
        ) : undefined
      }
    />
  );
}
