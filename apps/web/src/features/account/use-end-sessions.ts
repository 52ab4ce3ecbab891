"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Signs devices out and says so; each act resolves with whether it was done. */
export function useEndSessions() {
  const t = useTranslations("security");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const revoke = useMutation(trpc.auth.sessions.revoke.mutationOptions());
  const revokeAll = useMutation(trpc.auth.sessions.revokeAll.mutationOptions());

  const end = async (act: () => Promise<unknown>, success: string): Promise<boolean> => {
    try {
      await withStepUp(act);
    } catch (error) {
      await failed(t("endFailed"), error);
      return false;
    }
    await queries.invalidateQueries(trpc.auth.sessions.list.queryFilter());
    toast.success(success);
    return true;
  };

  return {
    endOne: (sessionId: string) => end(() => revoke.mutateAsync({ sessionId }), t("ended")),
    endOthers: () => end(() => revokeAll.mutateAsync({ keepCurrent: true }), t("allEnded")),
    isEndingOne: revoke.isPending,
    isEndingOthers: revokeAll.isPending,
  };
}
