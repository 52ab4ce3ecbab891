"use client";

import * as Radix from "radix-ui/dropdown-menu";

/** A line between groups of a `DropdownMenu`. */
export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-border" />;
}
