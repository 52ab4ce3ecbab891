"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { forgetLinkToken, useLinkToken } from "@pronaflow/app/auth/use-link-token.ts";
import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";

interface UnlockProps {
  brand: ReactNode;
  corner: ReactNode;
}

/** The page of the unlock link: opening it changes nothing, the button does. */
export function Unlock(frame: UnlockProps) {
  const t = useTranslations("guard.unlock");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const token = useLinkToken();
  const [state, setState] = useState<"waiting" | "pending" | "unlocked" | Failure>("waiting");

  const unlock = async (linkToken: string) => {
    setState("pending");
    try {
      await guestApi.auth.unlock.mutate({ token: linkToken });
      setState("unlocked");
      forgetLinkToken();
    } catch (error) {
      setState(readFailure(error));
    }
  };

  if (state === "unlocked") {
    return (
      <AuthPanel {...frame} title={t("doneTitle")} description={t("done")}>
        <Button asChild variant="primary" block>
          <Link href="/sign-in">{t("signIn")}</Link>
        </Button>
      </AuthPanel>
    );
  }
  const failure = typeof state === "string" ? null : state;
  const isSpent = token === null || failure?.code === "TOKEN_INVALID" || failure?.code === "INVALID_INPUT";
  return (
    <AuthPanel {...frame} title={t("title")} description={isSpent ? undefined : t("description")}>
      <div className="grid gap-4">
        {failure && !isSpent ? (
          <Banner tone="danger" live>
            {failureText(failure, locale, unreachable)}
          </Banner>
        ) : null}
        {isSpent ? (
          <>
            <Banner tone="warning" live={failure !== null}>
              {token === null ? t("missing") : t("spent")}
            </Banner>
            <Button asChild variant="secondary" block>
              <Link href="/sign-in">{t("signIn")}</Link>
            </Button>
          </>
        ) : null}
        {token === undefined ? <Skeleton className="h-(--control-height) w-full" /> : null}
        {token && !isSpent ? (
          <Button variant="primary" block pending={state === "pending"} onClick={() => void unlock(token)}>
            {t("submit")}
          </Button>
        ) : null}
      </div>
    </AuthPanel>
  );
}
