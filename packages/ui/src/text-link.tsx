import { Slot } from "radix-ui/slot";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

interface TextLinkProps extends ComponentProps<"a"> {
  /** Dress the only child (a router's link) instead. */
  asChild?: boolean;
}

/** A link within words. */
export function TextLink({ asChild, className, ...rest }: TextLinkProps) {
  const Element = asChild ? Slot : "a";
  const look =
    "rounded-sm font-medium text-accent-foreground underline decoration-current/40 underline-offset-4 transition-colors hover:decoration-current";
  return <Element className={classNames(look, className)} {...rest} />;
}
