import type { ReactNode } from "react";

interface FactorRowProps {
  title: ReactNode;
  /** Beside the title: a badge. */
  aside?: ReactNode;
  text: ReactNode;
  action: ReactNode;
}

/** One factor: what it is, how it stands, and its button. */
export function FactorRow({ title, aside, text, action }: FactorRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
      <div className="grid min-w-48 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {title} {aside}
        </p>
        <p className="text-muted-foreground">{text}</p>
      </div>
      {action}
    </li>
  );
}
