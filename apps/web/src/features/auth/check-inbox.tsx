"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { TextLink } from "@pronaflow/ui/text-link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ResendButton } from "./resend-button.tsx";
import { useResend } from "./use-resend.ts";

interface CheckInboxProps {
  email: string;
  onOtherAddress: () => void;
}

/** After registering: the mail can be sent again once a minute. */
export function CheckInbox({ email, onOtherAddress }: CheckInboxProps) {
  const t = useTranslations("auth.inbox");
  const resend = useResend(email);
  return (
    <div className="grid gap-4">
      {resend.outcome.kind === "failed" ? (
        <Banner tone="danger" live>
          {resend.outcome.text}
        </Banner>
      ) : null}
      {resend.outcome.kind === "sent" ? (
        <Banner tone="success" live>
          {t("resent")}
        </Banner>
      ) : null}
      <p className="text-muted-foreground">{t("nothing")}</p>
      <ResendButton resend={resend} />
      <Button variant="ghost" block onClick={onOtherAddress}>
        {t("otherAddress")}
      </Button>
      <p className="text-center">
        <TextLink asChild>
          <Link href="/sign-in">{t("toSignIn")}</Link>
        </TextLink>
      </p>
    </div>
  );
}
