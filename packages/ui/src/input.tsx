import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlLook } from "./control-look.ts";

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={classNames(controlLook, "h-(--control-height) read-only:bg-muted", className)} {...rest} />;
}
