"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Ends the trust in a device and says so; resolves with whether it was done. */
export function useForgetDevice() {
  const t = useTranslations("factors");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const revoke = useMutation(trpc.auth.devices.revoke.mutationOptions());

  const forget = async (deviceId: string): Promise<boolean> => {
    try {
      await withStepUp(() => revoke.mutateAsync({ deviceId }));
    } catch (error) {
      await failed(t("forgetFailed"), error);
      return false;
    }
    await queries.invalidateQueries(trpc.auth.devices.list.queryFilter());
    toast.success(t("forgotten"));
    return true;
  };

  return { forget, isForgetting: revoke.isPending };
}
