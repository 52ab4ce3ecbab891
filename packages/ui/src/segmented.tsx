import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { LinkLike } from "./link-like.ts";

interface SegmentedProps {
  label: string;
  items: readonly { href: string; label: ReactNode; count?: ReactNode; isCurrent: boolean }[];
  as?: LinkLike;
}

/** A few views of one list, each with an address. */
export function Segmented({ label, items, as: Link = "a" }: SegmentedProps) {
  return (
    <nav aria-label={label} className="max-w-full overflow-x-auto rounded-md border bg-muted p-0.5">
      <ul className="flex w-max gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.isCurrent ? "page" : undefined}
              className={classNames(
                "flex h-10 items-center gap-1.5 whitespace-nowrap rounded-sm border px-3 transition-colors focus-visible:-outline-offset-2 sm:h-7",
                item.isCurrent
                  ? "border-border bg-card font-medium text-foreground"
                  : "border-transparent text-muted-foreground hover:text-foreground",
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="text-muted-foreground tabular-nums">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
