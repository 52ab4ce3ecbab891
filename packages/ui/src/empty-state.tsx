import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface EmptyStateProps {
  icon?: ReactNode;
  /** What this will show. */
  title: ReactNode;
  description?: ReactNode;
  /** The first act. */
  action?: ReactNode;
  className?: string;
}

/** Stands where a list has nothing yet, or a filter found nothing. */
export function EmptyState({ icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div className={classNames("grid justify-items-center gap-4 px-4 py-12 text-center", className)}>
      {icon ? (
        <span
          aria-hidden
          className="grid size-10 place-items-center rounded-md border bg-card text-muted-foreground [&_svg]:size-5"
        >
          {icon}
        </span>
      ) : null}
      <div className="grid max-w-96 gap-1">
        <p className="font-medium">{title}</p>
        {description ? <p className="text-muted-foreground">{description}</p> : null}
      </div>
      {action}
    </div>
  );
}
