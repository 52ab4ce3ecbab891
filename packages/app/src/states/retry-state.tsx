"use client";

import { Button } from "@pronaflow/ui/button";
import { ErrorState } from "@pronaflow/ui/error-state";
import { useLocale, useTranslations } from "next-intl";
import { failureText } from "../forms/failure-text.ts";
import { readFailure } from "../trpc/failure.ts";

interface RetryStateProps {
  error: unknown;
  onRetry: () => void;
}

/** Stands where a part of a page could not be loaded. */
export function RetryState({ error, onRetry }: RetryStateProps) {
  const t = useTranslations("states");
  const locale = useLocale();
  const failure = readFailure(error);
  return (
    <ErrorState
      title={t("loadFailed")}
      description={failureText(failure, locale, t("networkFailed"))}
      requestId={failure.requestId ? { label: t("requestId"), value: failure.requestId } : undefined}
      action={<Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}
