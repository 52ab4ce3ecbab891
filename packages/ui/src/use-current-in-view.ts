"use client";

import { useEffect, useRef } from "react";

/**
 * For a row of views that scrolls in a narrow window: where one is stays in sight. The row alone moves: the page may be on
 * its way to a section that the address names. `href`: of the current view. The ref goes around the row.
 */
export function useCurrentInView(href: string) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const current = box.current?.querySelector(`a[href="${CSS.escape(href)}"]`);
    const row = current?.closest("nav");
    if (current && row) row.scrollBy({ left: middleOf(current) - middleOf(row) });
  }, [href]);
  return box;
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
