import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface SidebarButtonProps extends Omit<ComponentProps<"button">, "title"> {
  /** What it opens, for who cannot see the look of it: read before the title. */
  purpose: string;
  /** An `Avatar`. */
  leading?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
}

/** The wide button that opens the switcher or the account menu; hand it to `DropdownMenu` as its trigger. */
export function SidebarButton({ purpose, leading, title, detail, className, ...rest }: SidebarButtonProps) {
  return (
    <button
      type="button"
      className={classNames(
        "flex min-h-11 w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2 data-[state=open]:bg-hover",
        className,
      )}
      {...rest}
    >
      <span className="sr-only">{purpose}: </span>
      {leading}
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">{title}</span>
        {detail ? <span className="truncate text-muted-foreground text-xs">{detail}</span> : null}
      </span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
    </button>
  );
}
