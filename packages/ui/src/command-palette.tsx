"use client";

import type { ReactNode } from "react";
import { Suspense, useEffect } from "react";

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A `CommandDialog` with what it offers, fetched when it is first opened: no page waits for it. */
  children: ReactNode;
}

/** Everything one can do or go to, by ⌘K or Ctrl K. */
export function CommandPalette({ open, onOpenChange, children }: CommandPaletteProps) {
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      onOpenChange(!open);
    };
    document.addEventListener("keydown", toggle);
    return () => document.removeEventListener("keydown", toggle);
  }, [open, onOpenChange]);

  return open ? <Suspense fallback={null}>{children}</Suspense> : null;
}
