"use client";

import * as Radix from "radix-ui/dropdown-menu";
import type { ReactElement, ReactNode } from "react";
import { use } from "react";
import { classNames } from "./class-names.ts";
import { menuSurface } from "./menu-look.ts";
import { TopLayer } from "./top-layer.ts";

interface DropdownMenuProps {
  /** The button that opens it; give it a name. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  className?: string;
  /** `MenuItem`, `MenuLabel`, `MenuSeparator`. */
  children: ReactNode;
}

export function DropdownMenu({ trigger, align = "end", side = "bottom", className, children }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={use(TopLayer)}>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            menuSurface,
            "max-h-(--radix-dropdown-menu-content-available-height) max-w-80 overflow-y-auto",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
