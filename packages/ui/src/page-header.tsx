import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a badge. */
  aside?: ReactNode;
  /** Above the title: the way back. */
  back?: ReactNode;
  /** At the right; below at 360 px. */
  actions?: ReactNode;
}

/** The head of a page, with its only `h1`. */
export function PageHeader({ title, description, aside, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 grid gap-2 admin:mb-4">
      {back ? <div className="text-muted-foreground">{back}</div> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-2">
            <h1 className="min-w-0 break-words font-semibold text-xl tracking-tight admin:text-lg">{title}</h1>
            {aside}
          </div>
          {description ? <p className="max-w-160 text-muted-foreground">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
