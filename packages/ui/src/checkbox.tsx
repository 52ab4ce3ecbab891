"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  /** The words beside the box. Without them pass `aria-label`. */
  label?: ReactNode;
  /** Some of what it stands for is chosen. */
  indeterminate?: boolean;
}

/** A native checkbox (so that `register` and plain forms work), drawn in our look. */
export function Checkbox({ label, indeterminate = false, className, ref, ...rest }: CheckboxProps) {
  const wrapper = useRef<HTMLLabelElement>(null);
  // Half-chosen exists only as a property, not as an attribute.
  useEffect(() => {
    const input = wrapper.current?.querySelector("input");
    if (input) input.indeterminate = indeterminate;
  }, [indeterminate]);

  return (
    <label ref={wrapper} className={classNames("flex min-h-6 items-start gap-2 text-sm", className)}>
      <span className="relative grid size-6 shrink-0 place-items-center sm:-my-0.5">
        <input
          ref={ref}
          type="checkbox"
          className="peer absolute inset-0 size-6 cursor-pointer opacity-0 aria-disabled:cursor-not-allowed"
          {...rest}
        />
        <span className="pointer-events-none absolute inset-1 rounded-sm border border-control bg-card transition-colors peer-checked:border-primary peer-checked:bg-primary peer-indeterminate:border-primary peer-indeterminate:bg-primary peer-focus-visible:outline-2 peer-focus-visible:outline-ring peer-focus-visible:outline-offset-2 peer-disabled:opacity-50 peer-aria-disabled:bg-muted peer-aria-disabled:opacity-50 peer-aria-invalid:border-danger-ink" />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none relative hidden size-3 text-primary-foreground peer-checked:block peer-indeterminate:hidden"
        />
        <Minus
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none relative hidden size-3 text-primary-foreground peer-indeterminate:block"
        />
      </span>
      {label ? <span className="pt-0.5">{label}</span> : null}
    </label>
  );
}
