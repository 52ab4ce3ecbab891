import type { ReactNode } from "react";

interface FormFooterProps {
  /** At the left: what saving will do, or where to read more. */
  note?: ReactNode;
  /** The buttons. */
  children: ReactNode;
}

/** The foot of a form that fills a `Card` or `SettingsSection`: reaches the card's edges. */
export function FormFooter({ note, children }: FormFooterProps) {
  return (
    <div className="-mx-5 -mb-4 mt-1 flex flex-wrap items-center justify-between gap-3 border-t bg-muted/50 px-5 py-3">
      <div className="min-w-0 flex-1 text-muted-foreground text-sm">{note}</div>
      <div className="flex gap-2">{children}</div>
    </div>
  );
}
