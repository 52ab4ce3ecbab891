"use client";

import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { useCountdown } from "./use-countdown.ts";

// The server sends at most one link a minute to an address (ID-2).
const WAIT_SECONDS = 60;

type Outcome = { kind: "none" } | { kind: "pending" } | { kind: "sent" } | { kind: "failed"; text: string };

export interface Resend {
  send: () => Promise<void>;
  outcome: Outcome;
  waitSeconds: number;
}

/** Sends the verification link again; a wait has begun already, with the first mail. */
export function useResend(email: string): Resend {
  const locale = useLocale();
  const t = useTranslations("states");
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const [waitSeconds, wait] = useCountdown(WAIT_SECONDS);

  const send = async () => {
    setOutcome({ kind: "pending" });
    try {
      await guestApi.auth.resendVerification.mutate({ email });
      setOutcome({ kind: "sent" });
      wait(WAIT_SECONDS);
    } catch (error) {
      const failure = readFailure(error);
      setOutcome({ kind: "failed", text: failureText(failure, locale, t("networkFailed")) });
      if (typeof failure.meta.retryAfterSeconds === "number") wait(failure.meta.retryAfterSeconds);
    }
  };
  return { send, outcome, waitSeconds };
}
