"use client";

import type { ReactNode } from "react";
import { lazy, Suspense, useEffect } from "react";

export interface CommandGroup {
  heading: string;
  items: readonly {
    id: string;
    label: string;
    icon?: ReactNode;
    /** Other words it is found by. */
    keywords?: string[];
    shortcut?: ReactNode;
    onSelect: () => void;
  }[];
}

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  labels: { title: string; placeholder: string; empty: string };
  groups: readonly CommandGroup[];
}

const CommandDialog = lazy(async () => ({ default: (await import("./command-dialog.tsx")).CommandDialog }));

/** Everything one can do or go to, by ⌘K or Ctrl K. The list itself is fetched when it is first opened. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange } = props;

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

  return open ? (
    <Suspense fallback={null}>
      <CommandDialog {...props} />
    </Suspense>
  ) : null;
}
