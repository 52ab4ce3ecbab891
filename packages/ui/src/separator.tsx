import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface SeparatorProps {
  /** A word in the middle of the line: "or". */
  children?: ReactNode;
  className?: string;
}

/** A line between two things. */
export function Separator({ children, className }: SeparatorProps) {
  if (!children) return <hr className={classNames("border-t", className)} />;
  return (
    <div className={classNames("flex items-center gap-3 text-muted-foreground text-xs", className)}>
      <hr aria-hidden className="flex-1 border-t" />
      {children}
      <hr aria-hidden className="flex-1 border-t" />
    </div>
  );
}
