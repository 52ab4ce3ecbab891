import type { ReactNode } from "react";

interface ConsoleStripProps {
  /** The mark and the menu button. */
  children: ReactNode;
  /** The word that says where one is: "Console". */
  marker: ReactNode;
  /** At the right: environment, language. */
  end?: ReactNode;
}

/** The coloured band over everything in the console. */
export function ConsoleStrip({ children, marker, end }: ConsoleStripProps) {
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-3 bg-strip px-3 text-strip-foreground md:h-10 md:px-4">
      {children}
      <span className="rounded-sm border border-current/50 px-1.5 font-semibold text-[11px] uppercase leading-5 tracking-wider">
        {marker}
      </span>
      <div className="flex flex-1 items-center justify-end gap-2 text-xs">{end}</div>
    </header>
  );
}
