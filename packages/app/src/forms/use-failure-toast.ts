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
    const failure = readFailure(error);
    const offer = await words?.offerOn(failure);
    if (offer) {
      // It stays until it is answered: there is something to decide.
      toast.error(title, { description: offer.text, action: offer.action, duration: Number.POSITIVE_INFINITY });
      return;
    }
    toast.error(title, { description: words ? words.failureText(failure, locale, unreachable) : unreachable });
  };
}
