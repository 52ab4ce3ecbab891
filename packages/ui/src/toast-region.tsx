"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { takeToasts } from "./toast-queue.ts";

interface ToastRegionProps {
  label: string;
  closeLabel: string;
}

/** What `Toaster` fetches. */
export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  const { resolvedTheme } = useTheme();

  // Sonner forgets what is raised before it listens; it listens from its own effect, which runs before this one.
  useEffect(() => takeToasts(toast), []);

  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      containerAriaLabel={label}
      closeButton
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-success-ink" />,
        info: <Info aria-hidden className="size-4 text-info-ink" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-warning-ink" />,
        error: <CircleAlert aria-hidden className="size-4 text-danger-ink" />,
      }}
      toastOptions={{
        closeButtonAriaLabel: closeLabel,
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start font-sans gap-3 rounded-md border bg-popover p-4 text-foreground text-sm shadow-raised sm:w-(--width)",
          icon: "mt-0.5 shrink-0",
          content: "grid min-w-0 flex-1 gap-0.5",
          title: "font-medium",
          description: "text-muted-foreground",
          actionButton:
            "inline-flex h-7 shrink-0 items-center rounded-sm border border-control/60 bg-card px-2 font-medium text-xs hover:bg-hover",
          cancelButton: "inline-flex h-7 shrink-0 items-center rounded-sm px-2 text-xs hover:bg-hover",
          closeButton:
            "order-last grid size-6 shrink-0 place-items-center rounded-sm text-muted-foreground hover:bg-hover hover:text-foreground",
        },
      }}
    />
  );
}
