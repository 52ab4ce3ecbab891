import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** The name of one control. `htmlFor` must be the control's id; `Field` sees to it. */
export function Label({ className, ...rest }: ComponentProps<"label">) {
  // biome-ignore lint/a11y/noLabelWithoutControl: htmlFor comes from the caller
  return <label className={classNames("font-medium text-foreground text-sm", className)} {...rest} />;
}
