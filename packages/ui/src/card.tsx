import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** Content to the edges: a table, a list of rows. */
  flush?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A surface with an edge. */
export function Card({ title, description, actions, footer, flush, className, children }: CardProps) {
  return (
    <section className={classNames("overflow-clip rounded-md border bg-card", className)}>
      {title ? (
        <header
          className={classNames("flex flex-wrap items-start justify-between gap-3 px-5 pt-4", flush && "border-b pb-4")}
        >
          <div className="grid gap-1">
            <h2 className="font-semibold text-base">{title}</h2>
            {description ? <p className="text-muted-foreground">{description}</p> : null}
          </div>
          {actions}
        </header>
      ) : null}
      <div className={flush ? undefined : "px-5 py-4"}>{children}</div>
      {footer ? <footer className="border-t bg-muted/50 px-5 py-3">{footer}</footer> : null}
    </section>
  );
}
