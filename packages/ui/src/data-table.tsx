"use client";

import type { RowSelectionState } from "@tanstack/react-table";
import { functionalUpdate, useTable } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { selectionColumn } from "./selection-column.tsx";
import type { TableColumn } from "./table-columns.ts";
import { dataTableFeatures } from "./table-columns.ts";
import type { TableSort } from "./table-head.tsx";
import { TableHead } from "./table-head.tsx";
import { tableRoles } from "./table-roles.ts";
import { TableRow } from "./table-row.tsx";
import { TableSkeleton } from "./table-skeleton.tsx";

export interface TableSelection<Row> {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  /** Why a row cannot be chosen; null: it can. Stable. */
  whyNot?: (row: Row) => string | null;
  labels: { all: string; row: (row: Row) => string };
}

interface DataTableProps<Row extends object> {
  /** What it lists, for screen readers. */
  caption: string;
  /** From `columnsFor<Row>()`; stable. */
  columns: readonly TableColumn<Row>[];
  /** `undefined` while loading: skeleton rows of the right height stand in. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** An `EmptyState`. */
  empty: ReactNode;
  /** An `ErrorState`, instead of the rows. */
  error?: ReactNode;
  /** How many skeleton rows; the page size where it is known. */
  skeletonRows?: number;
  sort?: TableSort;
  selection?: TableSelection<Row>;
  /** Between table and pager, or above: a bar of acts on the selected rows. */
  toolbar?: ReactNode;
  /** A `Pager`. */
  pager?: ReactNode;
}

const NO_ROWS: never[] = [];

/** A list as a table, and as cards below 640 px. The address holds filter, sort and cursor; this only shows them. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, empty, error, skeletonRows = 5, sort, selection, toolbar, pager } = props;
  const table = useTable({
    features: dataTableFeatures,
    columns: useColumns(columns, selection?.labels, selection?.whyNot),
    data: rows ?? NO_ROWS,
    getRowId: rowId,
    enableRowSelection: ({ original }) => Boolean(selection) && !selection?.whyNot?.(original),
    state: { rowSelection: selectionState(selection?.ids) },
    onRowSelectionChange: (updater) =>
      selection?.onChange(Object.keys(functionalUpdate(updater, selectionState(selection.ids)))),
  });
  const isEmpty = Boolean(error) || rows?.length === 0;
  const [heads = NO_ROWS] = table.getHeaderGroups().map((group) => group.headers);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {toolbar}
      <div className="overflow-x-auto rounded-md border bg-card">
        {isEmpty ? (
          (error ?? empty)
        ) : (
          <table {...tableRoles.table} className="block w-full border-collapse text-left sm:table" aria-busy={!rows}>
            <caption className="sr-only">{caption}</caption>
            <TableHead headers={heads} sort={sort} renderHeader={(header) => <table.FlexRender header={header} />} />
            <tbody {...tableRoles.rowgroup} className="block divide-y sm:table-row-group">
              {rows ? (
                table
                  .getRowModel()
                  .rows.map((row) => (
                    <TableRow
                      key={row.id}
                      row={row}
                      headers={heads}
                      renderHeader={(header) => <table.FlexRender header={header} />}
                      renderCell={(cell) => <table.FlexRender cell={cell} />}
                    />
                  ))
              ) : (
                <TableSkeleton rows={skeletonRows} columns={heads.length} />
              )}
            </tbody>
          </table>
        )}
      </div>
      {pager}
    </div>
  );
}

function useColumns<Row extends object>(
  columns: readonly TableColumn<Row>[],
  labels: TableSelection<Row>["labels"] | undefined,
  whyNot: TableSelection<Row>["whyNot"],
): TableColumn<Row>[] {
  return useMemo(
    () => (labels ? [selectionColumn<Row>(labels, whyNot), ...columns] : [...columns]),
    [columns, labels, whyNot],
  );
}

function selectionState(ids: readonly string[] = []): RowSelectionState {
  return Object.fromEntries(ids.map((id) => [id, true] as const));
}
