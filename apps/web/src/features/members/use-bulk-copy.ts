"use client";

import type { ErrorCode } from "@pronaflow/contract";
import { describeError, ERRORS } from "@pronaflow/contract";
import { useLocale, useTranslations } from "next-intl";

/** In words, why one row of a bulk act was not done. Only for what is loaded on use: it brings the copy of every code. */
export function useBulkCopy(): (code: string | undefined) => string {
  const t = useTranslations("members.bulk");
  const locale = useLocale();
  return (code) => {
    if (code === undefined) return t("untried");
    if (code === "NOT_FOUND") return t("gone");
    return describeError(isKnown(code) ? code : "INTERNAL", {}, locale);
  };
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
