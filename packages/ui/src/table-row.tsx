import type { Cell, Header, Row as TableModelRow } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { DataTableFeatures, TableColumnMeta } from "./table-columns.ts";
import { tableRoles } from "./table-roles.ts";

interface TableRowProps<Row extends object> {
  row: TableModelRow<DataTableFeatures, Row>;
  headers: readonly Header<DataTableFeatures, Row, unknown>[];
  renderHeader: (header: Header<DataTableFeatures, Row, unknown>) => ReactNode;
  renderCell: (cell: Cell<DataTableFeatures, Row, unknown>) => ReactNode;
}

/** A row of fixed height; below 640 px a card that names each value. */
export function TableRow<Row extends object>({ row, headers, renderHeader, renderCell }: TableRowProps<Row>) {
  const isSelected = row.getIsSelected();
  const cells = row.getAllCells();
  const hasBox = cells.some(({ column }) => column.columnDef.meta?.card === "selection");
  return (
    <tr
      {...tableRoles.row}
      aria-selected={row.getCanSelect() ? isSelected : undefined}
      className={classNames(
        "relative grid gap-1 p-4 transition-colors sm:table-row sm:p-0 sm:hover:bg-muted/60",
        isSelected && "bg-accent sm:hover:bg-accent",
      )}
    >
      {cells.map((cell, index) => {
        const meta = cell.column.columnDef.meta;
        const header = headers[index];
        return (
          <td
            key={cell.id}
            {...tableRoles.cell}
            className={classNames(cellLook(meta), meta?.card === "title" && hasBox && "pl-8")}
          >
            {header && !meta?.card ? (
              // The heading is read with the cell already.
              <span aria-hidden className="shrink-0 text-muted-foreground sm:hidden">
                {renderHeader(header)}
              </span>
            ) : null}
            <span
              className={classNames(
                "min-w-0",
                !meta?.card && "truncate text-right sm:text-left",
                meta?.align && "sm:text-right",
              )}
            >
              {renderCell(cell)}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

function cellLook({ align, card }: TableColumnMeta = {}): string {
  return classNames(
    "flex min-h-6 items-center justify-between gap-4",
    "sm:table-cell sm:h-(--row-height) sm:max-w-80 sm:truncate sm:px-4 sm:align-middle admin:sm:px-3",
    align && "sm:text-right",
    card === "title" && "justify-start pr-12 font-medium text-base sm:text-sm",
    card === "actions" && "absolute top-2 right-2 sm:static sm:w-px sm:text-right",
    card === "selection" && "absolute top-4 left-3 sm:static",
    card === "hidden" && "hidden",
  );
}
