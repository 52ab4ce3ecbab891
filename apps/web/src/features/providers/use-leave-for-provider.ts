"use client";

import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { keepReturnAddress } from "./return-address.ts";

/** Leaves for a provider's own sign-in page, and says why where that is not possible. */
export function useLeaveForProvider(next: string | null) {
  const locale = useLocale();
  const unreachable = useTranslations("states")("networkFailed");
  const [leavingFor, setLeavingFor] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    // Who turns back at the provider may find this page as it was left, its button still busy.
    const awake = () => setLeavingFor(null);
    window.addEventListener("pageshow", awake);
    return () => window.removeEventListener("pageshow", awake);
  }, []);

  const leave = async (provider: string) => {
    setLeavingFor(provider);
    setFailure(null);
    try {
      const { url } = await guestApi.auth.oauth.authorize.mutate({ provider, ...(next ? { returnTo: next } : {}) });
      keepReturnAddress(next);
      window.location.assign(url);
    } catch (error) {
      // The words for all failures come with the first one, not with the page.
      const words = await import("@pronaflow/app/forms/failure-text.ts").catch(() => null);
      setFailure(words ? words.failureText(readFailure(error), locale, unreachable) : unreachable);
      setLeavingFor(null);
    }
  };

  return { leave, leavingFor, failure };
}
