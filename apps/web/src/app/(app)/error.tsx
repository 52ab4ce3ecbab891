"use client";

import { PageError } from "@pronaflow/app/states/page-error.tsx";

export default function SignedInError({ error }: { error: Error & { digest?: string } }) {
  return <PageError digest={error.digest} />;
}
