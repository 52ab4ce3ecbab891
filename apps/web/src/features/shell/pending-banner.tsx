"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFailureToast } from "#forms/use-failure-toast.ts";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { ChangeAddressDialog } from "./change-address-dialog.tsx";

/** Over every page of someone whose address is not verified: what to do, and the way out of a typo. */
export function PendingBanner() {
  const t = useTranslations("shell");
  const failed = useFailureToast();
  const { user } = useMe();
  const resend = useMutation(
    useTRPC().auth.resendVerification.mutationOptions({
      onSuccess: () => toast.success(t("pendingSent", { email: user.email })),
      onError: (error) => failed(t("pendingFailed"), error),
    }),
  );
  if (user.status !== "PENDING") return null;
  return (
    <div className="mx-auto w-full max-w-256 px-(--page-gutter) pt-4">
      <Banner
        tone="warning"
        title={t("pendingTitle")}
        action={
          <div className="flex flex-wrap gap-2">
            <Button size="sm" pending={resend.isPending} onClick={() => resend.mutate({ email: user.email })}>
              {t("pendingResend")}
            </Button>
            <ChangeAddressDialog />
          </div>
        }
      >
        {t("pendingText", { email: user.email })}
      </Banner>
    </div>
  );
}
