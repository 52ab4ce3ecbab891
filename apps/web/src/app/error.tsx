"use client";

import { lazy, Suspense } from "react";

// What is shown instead of a page that failed comes when one has: every page would carry it otherwise.
const PageError = lazy(async () => ({ default: (await import("@pronaflow/app/states/page-error.tsx")).PageError }));

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-120 content-center px-4">
      <Suspense fallback={null}>
        <PageError digest={error.digest} />
      </Suspense>
    </main>
  );
}
