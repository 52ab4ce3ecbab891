import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { LinkLike } from "./link-like.ts";
import type { DataTableFeatures } from "./table-columns.ts";
import { tableRoles } from "./table-roles.ts";

export interface TableSort {
  /** The id of the column the list is sorted by now. */
  column: string;
  direction: "ascending" | "descending";
  /** The address of this list sorted by that column (again: the other way round). */
  hrefFor: (column: string) => string;
  as?: LinkLike;
}

interface TableHeadProps<Row extends object> {
  headers: readonly Header<DataTableFeatures, Row, unknown>[];
  sort?: TableSort;
  renderHeader: (header: Header<DataTableFeatures, Row, unknown>) => ReactNode;
}

/** The headings of a `DataTable`; read but not seen below 640 px. */
export function TableHead<Row extends object>({ headers, sort, renderHeader }: TableHeadProps<Row>) {
  return (
    <thead {...tableRoles.rowgroup} className="sr-only sm:not-sr-only sm:table-header-group">
      <tr {...tableRoles.row} className="sm:border-b">
        {headers.map((header) => {
          const { isSortable, align, width } = header.column.columnDef.meta ?? {};
          const direction = sort?.column === header.id ? sort.direction : undefined;
          return (
            <th
              key={header.id}
              {...tableRoles.columnheader}
              scope="col"
              aria-sort={isSortable && sort ? (direction ?? "none") : undefined}
              className={classNames(
                "h-9 whitespace-nowrap px-4 font-medium text-muted-foreground text-xs admin:h-8 admin:px-3",
                align && "text-right",
                width,
              )}
            >
              {isSortable && sort ? (
                <SortLink id={header.id} sort={sort} direction={direction}>
                  {renderHeader(header)}
                </SortLink>
              ) : (
                renderHeader(header)
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface SortLinkProps {
  id: string;
  sort: TableSort;
  direction: TableSort["direction"] | undefined;
  children: ReactNode;
}

const ARROWS = { ascending: ArrowUp, descending: ArrowDown };

function SortLink({ id, sort, direction, children }: SortLinkProps) {
  const Link = sort.as ?? "a";
  const Arrow = direction ? ARROWS[direction] : ChevronsUpDown;
  return (
    <Link
      href={sort.hrefFor(id)}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm transition-colors hover:text-foreground"
    >
      {children}
      <Arrow aria-hidden className="size-3" />
    </Link>
  );
}
