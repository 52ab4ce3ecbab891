"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { toast } from "@pronaflow/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";

/** Runs an act on who owns what, after a fresh proof where one is due; what was read of it is then read again. */
export function useAct() {
  const failed = useFailureToast();
  const withStepUp = useStepUp();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isPending, setPending] = useState(false);

  const act = async (run: () => Promise<unknown>, said: { done: string; failed: string }): Promise<boolean> => {
    setPending(true);
    try {
      await withStepUp(run);
      toast.success(said.done);
      return true;
    } catch (error) {
      if (readFailure(error).code !== "STEP_UP_REQUIRED") await failed(said.failed, error);
      return false;
    } finally {
      setPending(false);
      await queries.invalidateQueries(trpc.workspaces.pathFilter());
      await queries.invalidateQueries(trpc.transfers.pathFilter());
      await queries.invalidateQueries(trpc.auth.me.queryFilter());
    }
  };
  return { act, isPending };
}
