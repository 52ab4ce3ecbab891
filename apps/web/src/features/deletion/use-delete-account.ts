"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

/** Schedules the deletion of one's own account and leaves for the page that tells how to come back. */
export function useDeleteAccount() {
  const t = useTranslations("deletion");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const { username } = useMe().user;
  const { mutateAsync } = useMutation(trpc.account.deletion.schedule.mutationOptions());
  const [isPending, setPending] = useState(false);

  /** `declined`: the proof was turned down, so the question stands. */
  const schedule = async (): Promise<"done" | "declined" | "refused"> => {
    setPending(true);
    try {
      const { finalAt } = await withStepUp(() => mutateAsync({ confirmUsername: username }));
      // A full load: the session is over, and nothing of it stays in memory.
      window.location.assign(`/leaving?until=${encodeURIComponent(finalAt)}`);
      return "done";
    } catch (error) {
      setPending(false);
      if (readFailure(error).code === "STEP_UP_REQUIRED") return "declined";
      await failed(t("failed"), error);
      // A workspace may have lost its other owner meanwhile: then the page names it.
      await queries.invalidateQueries(trpc.account.deletion.get.queryFilter());
      return "refused";
    }
  };
  return { schedule, isPending };
}
