"use client";

import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { adoptDocumentNonce } from "./document-nonce.ts";
import { useReturnFocus } from "./return-focus.ts";

interface DialogProps {
  /** The button that opens it; focus returns there. Or control it by `open`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** It asks before an act that cannot be undone: a press outside does not close it. */
  isAlert?: boolean;
  width?: "sm" | "md" | "lg";
  footer?: ReactNode;
  children?: ReactNode;
}

adoptDocumentNonce();

const WIDTHS = { sm: "sm:max-w-100", md: "sm:max-w-120", lg: "sm:max-w-160" };

/** A question or a short task over the page. */
export function Dialog(props: DialogProps) {
  const {
    trigger,
    open,
    onOpenChange,
    title,
    description,
    closeLabel,
    isAlert,
    width = "md",
    footer,
    children,
  } = props;
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid animate-appear items-end justify-items-center overflow-y-auto bg-overlay p-2 sm:items-start sm:p-4 sm:pt-[12vh]">
          <Radix.Content
            {...(trigger ? {} : returnFocus)}
            {...(isAlert ? { role: "alertdialog" } : {})}
            {...(description ? {} : { "aria-describedby": undefined })}
            onPointerDownOutside={isAlert ? (event) => event.preventDefault() : undefined}
            className={classNames(
              "relative w-full animate-appear rounded-md border bg-popover text-foreground shadow-raised outline-none",
              WIDTHS[width],
            )}
          >
            <header className="grid gap-1 p-5 pr-14 pb-0">
              <Radix.Title className="font-semibold text-base">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-muted-foreground">{description}</Radix.Description>
              ) : null}
            </header>
            <div className="p-5">{children}</div>
            {footer ? (
              <footer className="flex flex-col-reverse gap-2 border-t bg-muted/50 px-5 py-3 sm:flex-row sm:justify-end">
                {footer}
              </footer>
            ) : null}
            <div className="absolute top-3 right-3">
              <Radix.Close asChild>
                <Button variant="ghost" size="icon-sm" aria-label={closeLabel}>
                  <X aria-hidden />
                </Button>
              </Radix.Close>
            </div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
