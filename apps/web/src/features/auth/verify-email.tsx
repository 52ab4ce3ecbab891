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
import { lazy, Suspense, useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";

// Most links are good: the form for another comes where one is not.
const NewLinkForm = lazy(async () => ({ default: (await import("./new-link-form.tsx")).NewLinkForm }));

interface VerifyEmailProps {
  isSignedIn: boolean;
  brand: ReactNode;
  corner: ReactNode;
}

/** The page of the verification link: opening it changes nothing, the button does. */
export function VerifyEmail({ isSignedIn, brand, corner }: VerifyEmailProps) {
  const t = useTranslations("auth.verify");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const token = useLinkToken();
  const [state, setState] = useState<"waiting" | "pending" | "verified" | Failure>("waiting");

  const verify = async (linkToken: string) => {
    setState("pending");
    try {
      await guestApi.auth.verifyEmail.mutate({ token: linkToken });
      setState("verified");
      forgetLinkToken();
    } catch (error) {
      setState(readFailure(error));
    }
  };

  if (state === "verified") {
    return (
      <AuthPanel brand={brand} corner={corner} title={t("doneTitle")} description={t("done")}>
        <Button asChild variant="primary" block>
          {isSignedIn ? <a href="/">{t("continue")}</a> : <Link href="/sign-in">{t("signIn")}</Link>}
        </Button>
      </AuthPanel>
    );
  }
  const failure = typeof state === "string" ? null : state;
  const isSpent = token === null || failure?.code === "TOKEN_INVALID" || failure?.code === "INVALID_INPUT";
  return (
    <AuthPanel brand={brand} corner={corner} title={t("title")} description={isSpent ? undefined : t("description")}>
      <div className="grid gap-4">
        {failure ? (
          <Banner tone="danger" live>
            {failureText(isSpent ? { ...failure, code: "TOKEN_INVALID" } : failure, locale, unreachable)}
          </Banner>
        ) : null}
        {token === null ? <Banner tone="warning">{t("missing")}</Banner> : null}
        {token === undefined ? <Skeleton className="h-(--control-height) w-full" /> : null}
        {isSpent ? (
          <Suspense fallback={<Skeleton className="h-32 w-full" />}>
            <NewLinkForm />
          </Suspense>
        ) : null}
        {token && !isSpent ? (
          <Button variant="primary" block pending={state === "pending"} onClick={() => void verify(token)}>
            {t("submit")}
          </Button>
        ) : null}
      </div>
    </AuthPanel>
  );
}
