"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

/** Sends the link that verifies one's own address again, and says so. */
export function useResendLink() {
  const t = useTranslations("shell");
  const failed = useFailureToast();
  const { email } = useMe().user;
  const resend = useMutation(
    useTRPC().auth.resendVerification.mutationOptions({
      onSuccess: () => toast.success(t("pendingSent", { email })),
      onError: (error) => failed(t("pendingFailed"), error),
    }),
  );
  return { send: () => resend.mutate({ email }), isSending: resend.isPending };
}
