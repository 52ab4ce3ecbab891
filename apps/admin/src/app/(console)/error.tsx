"use client";

import { PageError } from "@pronaflow/app/states/page-error.tsx";

export default function ConsoleError({ error }: { error: Error & { digest?: string } }) {
  return <PageError digest={error.digest} />;
}
