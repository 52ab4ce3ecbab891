import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface ErrorStateProps {
  title: ReactNode;
  /** Where it stands for the whole page, it is the page's heading. */
  titleAs?: "p" | "h1";
  /** What to do next. */
  description?: ReactNode;
  /** Quoted to whoever helps. */
  requestId?: { label: ReactNode; value: string };
  /** As a rule a button that tries again. */
  action?: ReactNode;
  className?: string;
}

/** Stands where something could not be loaded. */
export function ErrorState({
  title,
  titleAs: Title = "p",
  description,
  requestId,
  action,
  className,
}: ErrorStateProps) {
  return (
    <div role="alert" className={classNames("grid justify-items-center gap-4 px-4 py-12 text-center", className)}>
      <span
        aria-hidden
        className="grid size-10 place-items-center rounded-md border border-danger-line bg-danger-subtle text-danger-ink"
      >
        <CircleAlert className="size-5" />
      </span>
      <div className="grid max-w-96 gap-1">
        <Title className="font-medium">{title}</Title>
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
