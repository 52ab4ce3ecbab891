"use client";

import { Slot } from "radix-ui/slot";
import type { FocusEvent, ReactElement, ReactNode } from "react";
import { useEffect, useId, useRef, useState } from "react";
import { placeNear } from "./place-near.ts";

interface TooltipProps {
  text: ReactNode;
  /** One focusable element; it is described by the text. */
  children: ReactElement;
  /** Also open on a press: for buttons that do nothing else, so that touch can read why. */
  onPress?: boolean;
}

const OPEN_AFTER_MS = 150;

/**
 * Words about the element it wraps, on hover and on keyboard focus; Escape hides them (WCAG 1.4.13). They live in the
 * browser's top layer (a native popover), so nothing clips them and no positioning library is loaded.
 */
export function Tooltip({ text, children, onPress }: TooltipProps) {
  const id = useId();
  const trigger = useRef<HTMLElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const [anchor, floating] = [trigger.current, bubble.current];
    if (!isOpen || !anchor || !floating) return;
    floating.showPopover();
    placeNear(anchor, floating);
    const hideOnEscape = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    const hide = () => setOpen(false);
    document.addEventListener("keydown", hideOnEscape);
    window.addEventListener("scroll", hide, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", hideOnEscape);
      window.removeEventListener("scroll", hide, { capture: true });
      if (floating.isConnected) floating.hidePopover();
    };
  }, [isOpen]);

  const openLater = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), OPEN_AFTER_MS);
  };
  // Leaving waits as long as opening, so that the pointer can travel onto the words.
  const closeLater = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(false), OPEN_AFTER_MS);
  };
  const openOnKeyboardFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.matches(":focus-visible")) setOpen(true);
  };

  return (
    <>
      <Slot
        ref={trigger}
        aria-describedby={id}
        onPointerEnter={openLater}
        onPointerLeave={closeLater}
        onFocus={openOnKeyboardFocus}
        onBlur={closeLater}
        onClick={onPress ? () => setOpen(true) : undefined}
      >
        {children}
      </Slot>
      <span
        ref={bubble}
        id={id}
        role="tooltip"
        popover="manual"
        onPointerEnter={openLater}
        onPointerLeave={closeLater}
        className="fixed m-0 max-w-64 rounded-sm border bg-popover px-2 py-1 text-foreground text-xs shadow-raised"
      >
        {text}
      </span>
    </>
  );
}
