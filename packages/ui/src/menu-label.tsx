"use client";

import * as Radix from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";

/** Words in a `DropdownMenu` that are not a choice: a heading, who is signed in. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1.5 text-muted-foreground text-xs">{children}</Radix.Label>;
}
