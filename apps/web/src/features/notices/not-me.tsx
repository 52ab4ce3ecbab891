"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { forgetLinkToken, useLinkToken } from "@pronaflow/app/auth/use-link-token.ts";
import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import type { Disowned } from "@pronaflow/contract/outputs/notices";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { Secured } from "./secured.tsx";
import { WhatItDoes } from "./what-it-does.tsx";

interface NotMeProps {
  brand: ReactNode;
  corner: ReactNode;
}

/** The page of "this wasn't me" in a security mail: opening it changes nothing, the button does. */
export function NotMe(frame: NotMeProps) {
  const t = useTranslations("notices");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const token = useLinkToken();
  const [state, setState] = useState<"waiting" | "pending" | Disowned | Failure>("waiting");

  const secure = async (linkToken: string) => {
    setState("pending");
    try {
      setState(await guestApi.auth.notMe.mutate({ token: linkToken }));
      forgetLinkToken();
    } catch (error) {
      setState(readFailure(error));
    }
  };

  if (typeof state === "object" && "status" in state) {
    return (
      <AuthPanel {...frame} title={t("secured")} description={t("securedText")}>
        <Secured done={state} />
      </AuthPanel>
    );
  }
  const failure = typeof state === "string" ? null : state;
  const end = failure && endOf(failure);
  if (end) {
    return (
      <AuthPanel {...frame} title={t(end)} description={t(`${end}Text`)}>
        <Button asChild variant="primary" block>
          <Link href="/forgot-password">{t("reset")}</Link>
        </Button>
      </AuthPanel>
    );
  }
  const isNoLink = token === null || (failure !== null && isGone(failure));
  return (
    <AuthPanel {...frame} title={t("title")} description={isNoLink ? undefined : t("description")}>
      <div className="grid gap-4">
        {isNoLink ? <Banner tone="warning">{token === null ? t("missing") : t("gone")}</Banner> : <WhatItDoes />}
        {failure && !isNoLink ? (
          <Banner tone="danger" live>
            {failureText(failure, locale, unreachable)}
          </Banner>
        ) : null}
        {token === undefined ? <Skeleton className="h-(--control-height) w-full" /> : null}
        {token && !isNoLink ? (
          <Button variant="primary" block pending={state === "pending"} onClick={() => void secure(token)}>
            {t("submit")}
          </Button>
        ) : null}
      </div>
    </AuthPanel>
  );
}

/** How the link came to its end, where it was one of ours. */
function endOf({ code, meta }: Failure): "used" | "expired" | null {
  if (code !== "TOKEN_INVALID") return null;
  return meta.state === "used" || meta.state === "expired" ? meta.state : null;
}

function isGone({ code }: Failure): boolean {
  return code === "TOKEN_INVALID" || code === "INVALID_INPUT";
}
