import { CircleAlert } from "lucide-react";
import { Slot } from "radix-ui/slot";
import type { ReactElement, ReactNode } from "react";
import { useId } from "react";
import { classNames } from "./class-names.ts";
import { Label } from "./label.tsx";

export interface FieldProps {
  label: ReactNode;
  /** Below the control, always there: what is expected. */
  hint?: ReactNode;
  /** What is wrong and what to do; announced when it appears. */
  error?: ReactNode;
  /** At the right of the label: "Optional", or a link. */
  aside?: ReactNode;
  /** For screen readers only: a search box whose place says what it is. */
  hideLabel?: boolean;
  className?: string;
  /** One control. It is given `id`, `aria-describedby` and `aria-invalid`. */
  children: ReactElement;
}

/** A control with its name, its hint and its error, wired for assistive technology. */
export function Field({ label, hint, error, aside, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <div className={classNames("flex items-baseline justify-between gap-2", hideLabel && "sr-only")}>
        <Label htmlFor={id}>{label}</Label>
        {aside ? <span className="text-muted-foreground text-sm">{aside}</span> : null}
      </div>
      <Slot id={id} aria-describedby={describedBy || undefined} aria-invalid={error ? true : undefined}>
        {children}
      </Slot>
      {hint ? (
        <div id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-danger-ink text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
