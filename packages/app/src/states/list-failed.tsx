"use client";

import { Button } from "@pronaflow/ui/button";
import { ErrorState } from "@pronaflow/ui/error-state";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { readFailure } from "../trpc/failure.ts";
import { RetryState } from "./retry-state.tsx";

interface ListFailedProps {
  error: unknown;
  onRetry: () => void;
  /** Where the list begins, and what the way there is called. */
  start: { href: string; label: string };
}

/** Stands for a list that could not be read; an address with a cursor that is none leads to where the list begins. */
export function ListFailed({ error, onRetry, start }: ListFailedProps) {
  const t = useTranslations("states");
  if (readFailure(error).code !== "INVALID_INPUT") return <RetryState error={error} onRetry={onRetry} />;
  return (
    <ErrorState
      title={t("notFoundTitle")}
      description={t("notFound")}
      action={
        <Button asChild>
          <Link href={start.href}>{start.label}</Link>
        </Button>
      }
    />
  );
}
