import type { ReactNode } from "react";

interface NavGroupProps {
  title?: ReactNode;
  /** `NavItem`s. */
  children: ReactNode;
}

/** A few places that belong together. */
export function NavGroup({ title, children }: NavGroupProps) {
  return (
    <div className="grid gap-1">
      {title ? <p className="px-2.5 pt-2 font-medium text-muted-foreground text-xs">{title}</p> : null}
      <ul className="grid gap-0.5">{children}</ul>
    </div>
  );
}
