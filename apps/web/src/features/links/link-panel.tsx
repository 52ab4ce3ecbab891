"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { Banner } from "@pronaflow/ui/banner";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

interface LinkPanelProps {
  brand: ReactNode;
  corner: ReactNode;
  title: string;
  description: string;
  /** Of the address bar; undefined until the script runs. */
  token: string | null | undefined;
  failure: Failure | null;
  children: (token: string) => ReactNode;
}

/** A page that a mailed link opens: what it is about, and its buttons where the link is whole. Opening it does nothing. */
export function LinkPanel({ brand, corner, title, description, token, failure, children }: LinkPanelProps) {
  const t = useTranslations("links");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const isGone = failure?.code === "TOKEN_INVALID" || failure?.code === "INVALID_INPUT";
  const isNoLink = token === null || isGone;
  return (
    <AuthPanel brand={brand} corner={corner} title={title} description={isNoLink ? undefined : description}>
      <div className="grid gap-4">
        {isNoLink ? <Banner tone="warning">{token === null ? t("missing") : t("gone")}</Banner> : null}
        {failure && !isGone ? (
          <Banner tone="danger" live>
            {failureText(failure, locale, unreachable)}
          </Banner>
        ) : null}
        {token === undefined ? <Skeleton className="h-(--control-height) w-full" /> : null}
        {token && !isNoLink ? children(token) : null}
      </div>
    </AuthPanel>
  );
}
