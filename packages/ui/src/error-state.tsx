import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface ErrorStateProps {
  title: ReactNode;
  /** What to do next. */
  description?: ReactNode;
  /** Quoted to whoever helps. */
  requestId?: { label: ReactNode; value: string };
  /** As a rule a button that tries again. */
  action?: ReactNode;
  className?: string;
}

/** Stands where something could not be loaded. */
export function ErrorState({ title, description, requestId, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={classNames("grid justify-items-center gap-4 px-4 py-12 text-center", className)}>
      <span
        aria-hidden
        className="grid size-10 place-items-center rounded-md border border-danger-line bg-danger-subtle text-danger-ink"
      >
        <CircleAlert className="size-5" />
      </span>
      <div className="grid max-w-96 gap-1">
        <p className="font-medium">{title}</p>
        {description ? <p className="text-muted-foreground">{description}</p> : null}
      </div>
      {action}
      {requestId ? (
        <p className="text-muted-foreground text-xs">
          {requestId.label} <code className="select-all break-all font-mono">{requestId.value}</code>
        </p>
      ) : null}
    </div>
  );
}
