import { Slot } from "radix-ui/slot";
import type { ComponentProps } from "react";
import { BlockedButton } from "./blocked-button.tsx";
import type { ButtonVariants } from "./button-variants.ts";
import { buttonVariants } from "./button-variants.ts";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends ComponentProps<"button">, ButtonVariants {
  /** Work is under way: clicks do nothing, the width stays, a spinner shows after 150 ms. Focus is kept. */
  pending?: boolean;
  /** Why this cannot be done. The button stays focusable, does nothing, and says so in a tooltip. */
  disabledReason?: string | null;
  /** Dress the only child (a link) as a button. */
  asChild?: boolean;
}

export function Button(props: ButtonProps) {
  const { variant, size, block, pending, disabledReason, asChild, className, children, ...rest } = props;
  const look = classNames(buttonVariants({ variant, size, block }), className);
  if (disabledReason) {
    return (
      <BlockedButton reason={disabledReason} className={look} {...rest}>
        {children}
      </BlockedButton>
    );
  }
  if (asChild) {
    return (
      <Slot className={look} {...rest}>
        {children}
      </Slot>
    );
  }
  if (!pending) {
    return (
      <button type="button" className={look} {...rest}>
        {children}
      </button>
    );
  }
  return (
    <button {...rest} type="button" className={look} aria-disabled aria-busy onClick={undefined}>
      <span className="absolute inset-0 grid place-items-center">
        <Spinner />
      </span>
      <span className="inline-flex animate-late-vanish items-center gap-2">{children}</span>
    </button>
  );
}
