"use client";

import { toast } from "@pronaflow/ui/toast";
import { useLocale, useTranslations } from "next-intl";
import { readFailure } from "../trpc/failure.ts";

/** Says that an act was not done and why. The words for all failures come with the first one, not with the page. */
export function useFailureToast(): (title: string, error: unknown) => Promise<void> {
  const locale = useLocale();
  const unreachable = useTranslations("states")("networkFailed");
  return async (title, error) => {
    const words = await import("./failure-text.ts").catch(() => null);
    const description = words ? words.failureText(readFailure(error), locale, unreachable) : unreachable;
    toast.error(title, { description });
  };
}
