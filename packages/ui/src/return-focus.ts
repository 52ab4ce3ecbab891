"use client";

import { useRef } from "react";

/**
 * For a dialog without a trigger of its own: Radix gives the focus back to the trigger alone, so what had it before is
 * remembered here and gets it back (WCAG 2.4.3).
 */
export function useReturnFocus() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (before.current instanceof HTMLElement) before.current.focus();
    },
  };
}
