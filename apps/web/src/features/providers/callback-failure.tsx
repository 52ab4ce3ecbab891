"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

interface CallbackFailureProps {
  failure: Failure;
  provider: string;
  brand: ReactNode;
  corner: ReactNode;
  /** The way on. */
  children: ReactNode;
}

/** Why nobody is signed in by what the provider sent, and what to do next. */
export function CallbackFailure({ failure, provider, brand, corner, children }: CallbackFailureProps) {
  const t = useTranslations("providers");
  const unreachable = useTranslations("states")("networkFailed");
  const text = failureText(failure, useLocale(), unreachable);
  const known: Partial<Record<NonNullable<Failure["code"]>, [title: string, text: string]>> = {
    PROVIDER_UNAVAILABLE: [t("downTitle", { provider }), t("down")],
    PROVIDER_REFUSED: [t("refusedTitle"), t("refused", { provider })],
    PROVIDER_TAKEN: [t("takenTitle"), text],
  };
  const [title, description] = (failure.code && known[failure.code]) || [t("failedTitle"), text];
  return (
    <AuthPanel brand={brand} corner={corner} title={title} description={description}>
      {children}
    </AuthPanel>
  );
}
