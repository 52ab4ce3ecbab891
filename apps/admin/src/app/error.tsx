"use client";

import { PageError } from "@pronaflow/app/states/page-error.tsx";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-120 content-center px-4">
      <PageError digest={error.digest} />
    </main>
  );
}
