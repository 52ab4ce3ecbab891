"use client";

import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import type { Resend } from "./use-resend.ts";

/** Sends the link again; while it may not, it counts the seconds until it may. */
export function ResendButton({ resend }: { resend: Resend }) {
  const t = useTranslations("auth.inbox");
  const { waitSeconds } = resend;
  return (
    <Button
      block
      pending={resend.outcome.kind === "pending"}
      disabled={waitSeconds > 0}
      onClick={() => void resend.send()}
    >
      {waitSeconds > 0 ? t("resendIn", { seconds: waitSeconds }) : t("resend")}
    </Button>
  );
}
