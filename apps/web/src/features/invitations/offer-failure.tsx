"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useLocale, useTranslations } from "next-intl";
import { AskButton } from "./ask-button.tsx";
import type { Frame } from "./offer-props.ts";

interface OfferFailureProps {
  failure: Failure;
  token: string;
  frame: Frame;
  ownEmail: string | null;
  onRetry: () => void;
}

/** Where the link opens nothing: taken already, over, or not to be read just now. */
export function OfferFailure({ failure, token, frame, ownEmail, onRetry }: OfferFailureProps) {
  const t = useTranslations("invitation");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  if (failure.code === "ALREADY_MEMBER") {
    return (
      <AuthPanel {...frame} title={t("memberTitle")} description={t("member")}>
        <Button asChild variant="primary" block>
          <a href={`/w/${String(failure.meta.slug)}`}>{t("open")}</a>
        </Button>
      </AuthPanel>
    );
  }
  if (failure.code === "INVITATION_GONE" || failure.code === "INVALID_INPUT") {
    return (
      <AuthPanel {...frame} title={t("goneTitle")}>
        <div className="grid grid-cols-1 gap-4">
          <p>{t("gone")}</p>
          {ownEmail && failure.code === "INVITATION_GONE" ? <AskButton token={token} ownEmail={ownEmail} /> : null}
        </div>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel {...frame} title={t("failedTitle")}>
      <div className="grid grid-cols-1 gap-4">
        <Banner tone="danger" live>
          {failureText(failure, locale, unreachable)}
        </Banner>
        <Button block onClick={onRetry}>
          {t("retry")}
        </Button>
      </div>
    </AuthPanel>
  );
}
