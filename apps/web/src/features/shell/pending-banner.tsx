"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { ChangeAddressDialog } from "./change-address-dialog.tsx";
import { useResendLink } from "./use-resend-link.ts";

/** Over every page of someone whose address is not verified: what to do, and the way out of a typo. */
export function PendingBanner() {
  const t = useTranslations("shell");
  const { user } = useMe();
  const resend = useResendLink();
  if (user.status !== "PENDING") return null;
  return (
    <Banner
      tone="warning"
      title={t("pendingTitle")}
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" pending={resend.isSending} onClick={resend.send}>
            {t("pendingResend")}
          </Button>
          <ChangeAddressDialog />
        </div>
      }
    >
      {t("pendingText", { email: user.email })}
    </Banner>
  );
}
