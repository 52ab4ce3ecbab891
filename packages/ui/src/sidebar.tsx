"use client";

import type { FocusEvent, MouseEvent, ReactNode } from "react";
import { useState } from "react";
import { classNames } from "./class-names.ts";
import { TopLayer } from "./top-layer.ts";

interface SidebarProps {
  /** What the menu button of the top bar points at. */
  id: string;
  className?: string;
  children: ReactNode;
}

/**
 * A column from 768 px on, a sheet below. It is one element in both: a native popover, which the browser opens, closes
 * on Escape and on a press outside, and gives the focus back from. Here it also closes when one has gone somewhere,
 * and when the focus leaves it, so that the focus is never behind the sheet (WCAG 2.4.11).
 */
export function Sidebar({ id, className, children }: SidebarProps) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const close = () => {
    if (element?.matches(":popover-open")) element.hidePopover();
  };
  const closeAfterLink = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a[href]")) close();
  };
  const closeWhenLeft = (event: FocusEvent) => {
    const next = event.relatedTarget;
    // A menu opened from the sheet lives outside of it.
    if (
      next instanceof Element &&
      !event.currentTarget.contains(next) &&
      !next.closest("[data-radix-popper-content-wrapper]")
    )
      close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the links inside, it is not pressed itself
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter arrives as a click
    <div
      ref={setElement}
      id={id}
      popover="auto"
      data-sheet=""
      onClick={closeAfterLink}
      onBlur={closeWhenLeft}
      className={classNames(
        "m-0 max-h-none flex-col gap-4 overflow-y-auto border-r bg-background p-3 text-foreground backdrop:bg-overlay",
        "fixed inset-y-0 left-0 h-dvh w-72 max-w-[85vw] open:flex open:animate-slide-in",
        "md:sticky md:top-0 md:flex md:w-60 md:open:animate-none",
        className,
      )}
    >
      <TopLayer value={element}>{children}</TopLayer>
    </div>
  );
}
