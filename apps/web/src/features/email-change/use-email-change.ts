"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** What can be done about a change that waits: its link sent again, or the change taken back. */
export function useEmailChange() {
  const t = useTranslations("emailChange");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const request = useMutation(trpc.account.emailChange.request.mutationOptions());
  const takeBack = useMutation(trpc.account.emailChange.cancel.mutationOptions());
  const refresh = () => queries.invalidateQueries(trpc.account.emailChange.get.queryFilter());

  // Asking for the same address again voids the link that went before.
  const resend = async (email: string): Promise<void> => {
    try {
      await withStepUp(() => request.mutateAsync({ email }));
    } catch (error) {
      await failed(t("requestFailed"), error);
      return;
    }
    toast.success(t("sent", { email }), { description: t("sentText") });
    await refresh();
  };

  const cancel = async (): Promise<void> => {
    try {
      await takeBack.mutateAsync();
    } catch (error) {
      await failed(t("cancelFailed"), error);
      return;
    }
    toast.success(t("cancelled"));
    await refresh();
  };

  return { resend, cancel, isSending: request.isPending, isCancelling: takeBack.isPending };
}
