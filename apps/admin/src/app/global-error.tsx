"use client";

import "./globals.css";
import { states as en } from "#i18n/en/states.ts";
import { states as vi } from "#i18n/vi/states.ts";

/** When even the frame of every page fails: no providers, only words, the number to quote and a way to try again. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const isVietnamese = typeof navigator !== "undefined" && navigator.language.startsWith("vi");
  const words = isVietnamese ? vi : en;
  return (
    <html lang={isVietnamese ? "vi" : "en"} data-app="admin">
      <body className="font-sans">
        <title>{words.errorTitle}</title>
        <main className="mx-auto grid min-h-dvh max-w-104 content-center justify-items-center gap-4 px-4 text-center">
          <h1 className="font-semibold text-xl">{words.errorTitle}</h1>
          <p className="text-muted-foreground">{words.error}</p>
          <button
            type="button"
            className="h-10 rounded-md border border-control/60 bg-card px-4 font-medium"
            onClick={() => window.location.reload()}
          >
            {words.retry}
          </button>
          {error.digest ? (
            <p className="text-muted-foreground text-xs">
              {words.requestId} <code className="font-mono">{error.digest}</code>
            </p>
          ) : null}
        </main>
      </body>
    </html>
  );
}
