"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Below 768 px: the sheet of the shell closes when one has arrived, by whatever way one went. */
export function CloseSheet() {
  const path = usePathname();

  useEffect(() => {
    if (path) document.querySelector<HTMLElement>("[data-sheet]:popover-open")?.hidePopover();
  }, [path]);

  return null;
}
