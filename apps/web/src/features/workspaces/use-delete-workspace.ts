"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";

/** Deletes a workspace and goes on to what is left. */
export function useDeleteWorkspace(workspace: WorkspaceDetail) {
  const t = useTranslations("workspaces.remove");
  const failed = useFailureToast();
  const format = useFormatter();
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const { mutateAsync } = useMutation(trpc.workspaces.delete.mutationOptions());
  const [isPending, setPending] = useState(false);

  const remove = async () => {
    setPending(true);
    try {
      const input = { id: workspace.id, confirmName: workspace.name };
      const { finalAt } = await withStepUp(() => mutateAsync(input));
      const date = format.dateTime(new Date(finalAt), { dateStyle: "long", timeStyle: "short" });
      // Not "/": what is left is known here, and going there directly shows no page of the one that is gone.
      const me = await queries.fetchQuery({ ...trpc.auth.me.queryOptions(), staleTime: 0 });
      const slug = me.workspaces[0]?.slug;
      router.replace(slug ? `/w/${slug}` : "/workspaces/new");
      toast.success(t("deleted", { name: workspace.name }), {
        description: t("deletedText", { date }),
        action: { label: t("undo"), onClick: () => router.push("/workspaces/deleted") },
      });
    } catch (error) {
      setPending(false);
      if (readFailure(error).code !== "STEP_UP_REQUIRED") await failed(t("failed"), error);
    }
  };
  return { remove, isPending };
}
