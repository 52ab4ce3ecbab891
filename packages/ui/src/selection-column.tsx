"use client";

import { BlockedCheckbox } from "./blocked-checkbox.tsx";
import { Checkbox } from "./checkbox.tsx";
import type { TableSelection } from "./data-table.tsx";
import type { TableColumn } from "./table-columns.ts";
import { columnsFor } from "./table-columns.ts";

/** The first column of a `DataTable` whose rows can be chosen. */
export function selectionColumn<Row extends object>(
  labels: TableSelection<Row>["labels"],
  whyNot?: TableSelection<Row>["whyNot"],
): TableColumn<Row> {
  return columnsFor<Row>().display({
    id: "selection",
    meta: { width: "w-10", card: "selection" },
    header: ({ table }) => (
      <Checkbox
        aria-label={labels.all}
        checked={table.getIsAllRowsSelected()}
        indeterminate={table.getIsSomeRowsSelected()}
        onChange={(event) => table.toggleAllRowsSelected(event.target.checked)}
      />
    ),
    cell: ({ row }) => {
      const label = labels.row(row.original);
      const reason = whyNot?.(row.original);
      if (reason) return <BlockedCheckbox label={label} reason={reason} />;
      return (
        <Checkbox
          aria-label={label}
          checked={row.getIsSelected()}
          onChange={(event) => row.toggleSelected(event.target.checked)}
        />
      );
    },
  });
}
