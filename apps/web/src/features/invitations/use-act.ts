"use client";

import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

/** One act of a card: whether it runs, and what stood in its way, in words. */
export function useAct() {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const locale = useLocale();
  const unreachable = useTranslations("states")("networkFailed");

  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(readFailure(error));
      return false;
    } finally {
      setPending(false);
    }
  };
  return { act, isPending, failed: failure ? failureText(failure, locale, unreachable) : null };
}
