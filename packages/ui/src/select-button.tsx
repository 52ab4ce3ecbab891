import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlLook } from "./control-look.ts";

/** Looks as `Select` does and opens a `SearchMenu`: one of more than a list could hold. Its text is what is chosen. */
export function SelectButton({ className, children, ...button }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      role="combobox"
      aria-expanded={false}
      {...button}
      className={classNames(
        controlLook,
        "flex h-(--control-height) items-center justify-between gap-2 text-left",
        className,
      )}
    >
      <span className="truncate">{children}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
    </button>
  );
}
