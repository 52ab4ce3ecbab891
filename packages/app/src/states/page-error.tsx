"use client";

import { Button } from "@pronaflow/ui/button";
import { ErrorState } from "@pronaflow/ui/error-state";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

/** Stands where a page failed: what to do, and the number to quote. */
export function PageError({ digest }: { digest: string | undefined }) {
  const t = useTranslations("states");
  // In the document's own head: a failed page has no other way to know its request.
  const requestId = useSyncExternalStore(neverChanges, readRequestId, () => "");
  const value = [requestId, digest].filter(Boolean).join(" · ");
  return (
    <ErrorState
      title={t("errorTitle")}
      titleAs="h1"
      description={t("error")}
      requestId={value ? { label: t("requestId"), value } : undefined}
      action={<Button onClick={() => window.location.reload()}>{t("retry")}</Button>}
    />
  );
}

function readRequestId(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content ?? "";
}

function neverChanges(): () => void {
  return () => undefined;
}
