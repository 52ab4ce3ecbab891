"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Button } from "@pronaflow/ui/button";
import { ErrorState } from "@pronaflow/ui/error-state";
import Link from "next/link";
import { useTranslations } from "next-intl";

interface LogFailedProps {
  error: unknown;
  /** The newest of all. */
  logHref: string;
  onRetry: () => void;
}

/** Stands for a log that could not be read; an address with a cursor that is none leads to the newest. */
export function LogFailed({ error, logHref, onRetry }: LogFailedProps) {
  const t = useTranslations("log");
  const states = useTranslations("states");
  if (readFailure(error).code !== "INVALID_INPUT") return <RetryState error={error} onRetry={onRetry} />;
  return (
    <ErrorState
      title={states("notFoundTitle")}
      description={states("notFound")}
      action={
        <Button asChild>
          <Link href={logHref}>{t("showAll")}</Link>
        </Button>
      }
    />
  );
}
