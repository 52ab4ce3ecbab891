"use client";

import type { EmailChange } from "@pronaflow/contract/outputs/account";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useFormatter, useTranslations } from "next-intl";
import { useEmailChange } from "./use-email-change.ts";

/** A change that waits for the new address, with the ways to hurry it or stop it; or one that the old may still undo. */
export function EmailChangeState({ change }: { change: EmailChange }) {
  const t = useTranslations("emailChange");
  const format = useFormatter();
  const { resend, isSending, cancel, isCancelling } = useEmailChange();
  const date = format.dateTime(new Date(change.until), { dateStyle: "long", timeStyle: "short" });
  if (change.state === "changed") {
    return (
      <Banner title={<span className="wrap-anywhere">{t("changed", { email: change.fromEmail })}</span>}>
        {t("changedText", { date })}
      </Banner>
    );
  }
  return (
    <Banner tone="warning" title={<span className="wrap-anywhere">{t("waiting", { email: change.toEmail })}</span>}>
      <p>{t("waitingText", { date })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" pending={isSending} onClick={() => void resend(change.toEmail)}>
          {t("resend")}
        </Button>
        <Button size="sm" pending={isCancelling} onClick={() => void cancel()}>
          {t("cancel")}
        </Button>
      </div>
    </Banner>
  );
}
