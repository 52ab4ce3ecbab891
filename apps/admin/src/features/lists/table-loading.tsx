"use client";

import { DataTable } from "@pronaflow/ui/data-table";
import type { TableColumn } from "@pronaflow/ui/table-columns";

/** What columns are made with where a time is asked for: no row shows one while none is there. */
export const NO_TIME = "1970-01-01T00:00:00.000Z";

interface TableLoadingProps<Row extends { id: string }> {
  caption: string;
  columns: readonly TableColumn<Row>[];
  skeletonRows?: number;
}

/** A list before its rows. */
export function TableLoading<Row extends { id: string }>({
  caption,
  columns,
  skeletonRows = 10,
}: TableLoadingProps<Row>) {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={undefined}
      rowId={({ id }) => id}
      empty={null}
      skeletonRows={skeletonRows}
    />
  );
}
