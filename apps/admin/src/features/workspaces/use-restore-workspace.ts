"use client";

import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Restores a workspace, after the password where the server asks for it; rejects with the server's refusal. */
export function useRestoreWorkspace({ id, name }: SystemWorkspaceDetail): (reason: string) => Promise<void> {
  const t = useTranslations("workspaces.restore");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const { mutateAsync } = useMutation(trpc.workspaces.restore.mutationOptions());

  return async (reason) => {
    try {
      await withStepUp(() => mutateAsync({ id, reason }));
      toast.success(t("restored", { name }), { description: t("restoredText") });
    } finally {
      // Also after a refusal: another admin may have been faster, and the page should show it.
      await queries.invalidateQueries({ queryKey: trpc.workspaces.pathKey() });
    }
  };
}
