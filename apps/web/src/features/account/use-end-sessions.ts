"use client";

import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { failureText } from "#forms/failure-text.ts";
import { useStepUp } from "#session/step-up-provider.tsx";
import { useTRPC } from "#trpc/context.ts";
import { readFailure } from "#trpc/failure.ts";

/** Signs devices out and says so; each act resolves with whether it was done. */
export function useEndSessions() {
  const t = useTranslations("security");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const revoke = useMutation(trpc.auth.sessions.revoke.mutationOptions());
  const revokeAll = useMutation(trpc.auth.sessions.revokeAll.mutationOptions());

  const end = async (act: () => Promise<unknown>, success: string): Promise<boolean> => {
    try {
      await withStepUp(act);
    } catch (error) {
      toast.error(t("endFailed"), { description: failureText(readFailure(error), locale, unreachable) });
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
