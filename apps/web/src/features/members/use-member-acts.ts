"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { Role } from "@pronaflow/contract";
import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

type Change = { role: Role } | { active: boolean } | { endsAt: string | null };

/** The acts on members; each answers whether it was done, and a refusal is told. */
export function useMemberActs({ id, name }: WorkspaceDetail) {
  const t = useTranslations("members");
  const { members } = useTRPC().workspaces;
  const queries = useQueryClient();
  const router = useRouter();
  const withStepUp = useStepUp();
  const failed = useFailureToast();
  const update = useMutation(members.update.mutationOptions());
  const remove = useMutation(members.remove.mutationOptions());
  const leave = useMutation(members.leave.mutationOptions());

  const done = async (act: () => Promise<unknown>, said: string): Promise<boolean> => {
    try {
      await withStepUp(act);
      toast.success(said);
      return true;
    } catch (error) {
      await failed(t("failed"), error);
      return false;
    } finally {
      // Also after a refusal: one's own role may have changed, or one's place be gone, and the page should show it.
      router.refresh();
      await queries.invalidateQueries(members.list.pathFilter());
    }
  };

  return {
    isPending: update.isPending || remove.isPending || leave.isPending,
    update: ({ id: memberId, displayName }: Member, change: Change) =>
      done(() => update.mutateAsync({ id, memberId, ...change }), t("saved", { name: displayName })),
    remove: ({ id: memberId, displayName }: Member) =>
      done(() => remove.mutateAsync({ id, memberId }), t("removed", { name: displayName })),
    leave: async () => {
      const isLeft = await done(() => leave.mutateAsync({ id }), t("left", { name }));
      if (isLeft) window.location.assign("/");
      return isLeft;
    },
  };
}
