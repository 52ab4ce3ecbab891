"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Button } from "@pronaflow/ui/button";
import { ErrorState } from "@pronaflow/ui/error-state";
import Link from "next/link";
import { useTranslations } from "next-intl";

interface AdminsFailedProps {
  error: unknown;
  onRetry: () => void;
}

/** Stands for a list that could not be read; an address with a cursor that is none leads to the first page. */
export function AdminsFailed({ error, onRetry }: AdminsFailedProps) {
  const t = useTranslations("admins.list");
  const states = useTranslations("states");
  if (readFailure(error).code !== "INVALID_INPUT") return <RetryState error={error} onRetry={onRetry} />;
  return (
    <ErrorState
      title={states("notFoundTitle")}
      description={states("notFound")}
      action={
        <Button asChild>
          <Link href="/admins">{t("firstPage")}</Link>
        </Button>
      }
    />
  );
}
