import type { ReactNode } from "react";

interface AuthCardProps {
  /** The mark above the card, as a rule a link home. */
  brand?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Below the card: the way to the neighbouring task ("Create an account"). */
  footer?: ReactNode;
  /** At the top right of the page: language and theme. */
  corner?: ReactNode;
  /** Over everything: the console's `ConsoleStrip`. */
  strip?: ReactNode;
}

/** The page of one task for someone not signed in. */
export function AuthCard({ brand, title, description, children, footer, corner, strip }: AuthCardProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      {strip}
      <main className="flex flex-1 flex-col">
        <div className="flex min-h-14 items-center justify-end gap-1 px-4">{corner}</div>
        <div className="mx-auto w-full max-w-104 px-4 pt-4 pb-16 sm:pt-[8vh]">
          {brand ? <div className="mb-6 flex justify-center">{brand}</div> : null}
          <div className="rounded-md border bg-card p-5 sm:p-8">
            <header className="mb-6 grid gap-1.5">
              <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
              {description ? <p className="text-muted-foreground">{description}</p> : null}
            </header>
            {children}
          </div>
          {footer ? <div className="mt-6 text-center text-muted-foreground">{footer}</div> : null}
        </div>
      </main>
    </div>
  );
}
