import type { ColumnDef } from "@tanstack/react-table";
import { createColumnHelper, metaHelper, rowSelectionFeature, tableFeatures } from "@tanstack/react-table";

/** How a column is shown. */
export interface TableColumnMeta {
  align?: "end";
  /** Its heading links to the list sorted by it (`DataTable`'s `sort`). */
  isSortable?: boolean;
  /** Classes for its width from 640 px on: "w-40". */
  width?: string;
  /** In a card below 640 px: the first line without its name, or left out. */
  card?: "title" | "actions" | "selection" | "hidden";
}

export const dataTableFeatures = tableFeatures({ rowSelectionFeature, columnMeta: metaHelper<TableColumnMeta>() });

export type DataTableFeatures = typeof dataTableFeatures;

// biome-ignore lint/suspicious/noExplicitAny: columns of one table hold values of different types; TanStack's own signature
export type TableColumn<Row extends object> = ColumnDef<DataTableFeatures, Row, any>;

/** The helper that writes columns for `DataTable`: keep what it returns at module scope or in a memo. */
export function columnsFor<Row extends object>() {
  return createColumnHelper<DataTableFeatures, Row>();
}
