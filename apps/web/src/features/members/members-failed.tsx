"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Button } from "@pronaflow/ui/button";
import { ErrorState } from "@pronaflow/ui/error-state";
import { useTranslations } from "next-intl";

interface MembersFailedProps {
  slug: string;
  error: unknown;
  onRetry: () => void;
}

/** Stands for members that could not be read: one's place here may be gone, or the address hold a cursor that is none. */
export function MembersFailed({ slug, error, onRetry }: MembersFailedProps) {
  const t = useTranslations("members");
  const states = useTranslations("states");
  const { code } = readFailure(error);
  if (code !== "INVALID_INPUT" && code !== "NOT_FOUND") return <RetryState error={error} onRetry={onRetry} />;
  const isGone = code === "NOT_FOUND";
  return (
    <ErrorState
      title={states("notFoundTitle")}
      description={states("notFound")}
      action={
        <Button asChild>
          <a href={isGone ? "/" : `/w/${slug}/members`}>{isGone ? states("toStart") : t("firstPage")}</a>
        </Button>
      }
    />
  );
}
