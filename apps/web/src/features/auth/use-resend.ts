"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { failureText } from "#forms/failure-text.ts";
import { useTRPC } from "#trpc/context.ts";
import { readFailure } from "#trpc/failure.ts";
import { useCountdown } from "./use-countdown.ts";

// The server sends at most one link a minute to an address (ID-2).
const WAIT_SECONDS = 60;

export interface Resend {
  send: () => Promise<void>;
  isPending: boolean;
  isSent: boolean;
  failure: string | null;
  waitSeconds: number;
}

/** Sends the verification link again; `hasJustSent` starts with the wait after a first mail. */
export function useResend(email: string, hasJustSent: boolean): Resend {
  const locale = useLocale();
  const t = useTranslations("states");
  const resend = useMutation(useTRPC().auth.resendVerification.mutationOptions());
  const [failure, setFailure] = useState<string | null>(null);
  const [waitSeconds, wait] = useCountdown(hasJustSent ? WAIT_SECONDS : 0);

  const send = async () => {
    setFailure(null);
    try {
      await resend.mutateAsync({ email });
      wait(WAIT_SECONDS);
    } catch (error) {
      const read = readFailure(error);
      setFailure(failureText(read, locale, t("networkFailed")));
      if (typeof read.meta.retryAfterSeconds === "number") wait(read.meta.retryAfterSeconds);
    }
  };
  return { send, isPending: resend.isPending, isSent: resend.isSuccess, failure, waitSeconds };
}
