"use client";

import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Moves an incident on, after the password where the server asks for it; rejects with the server's refusal. */
export function useSettleIncident(id: string, act: "acknowledge" | "resolve"): (reason: string) => Promise<void> {
  const t = useTranslations("incidents.settle");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const acknowledge = useMutation(trpc.incidents.acknowledge.mutationOptions());
  const resolve = useMutation(trpc.incidents.resolve.mutationOptions());
  const { mutateAsync } = act === "resolve" ? resolve : acknowledge;

  return async (reason) => {
    try {
      await withStepUp(() => mutateAsync({ id, reason }));
      toast.success(act === "resolve" ? t("resolved") : t("acknowledged"));
    } finally {
      // Also after a refusal: another admin may have been faster, and the page should show it.
      await queries.invalidateQueries({ queryKey: trpc.incidents.pathKey() });
    }
  };
}
