import { Skeleton } from "./skeleton.tsx";
import { tableRoles } from "./table-roles.ts";

interface TableSkeletonProps {
  rows: number;
  columns: number;
}

/** Rows of a table on their way, as high as real ones, so that nothing jumps. */
export function TableSkeleton({ rows, columns }: TableSkeletonProps) {
  return Array.from({ length: rows }, (_row, row) => `row-${row}`).map((row) => (
    <tr key={row} {...tableRoles.row} className="grid gap-1 p-4 sm:table-row sm:p-0">
      {Array.from({ length: columns }, (_column, column) => `column-${column}`).map((column, index) => (
        <td
          key={column}
          {...tableRoles.cell}
          className="flex min-h-6 items-center sm:table-cell sm:h-(--row-height) sm:px-4 sm:align-middle admin:sm:px-3"
        >
          <Skeleton className={index === 0 ? "w-40" : "w-24"} />
        </td>
      ))}
    </tr>
  ));
}
