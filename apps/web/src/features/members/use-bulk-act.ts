"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { Role } from "@pronaflow/contract";
import type { BulkResults } from "@pronaflow/contract/outputs/members";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import type { BulkKind } from "./bulk-act.ts";

/** One act on several members: an answer for each, or null where it met them all alike, which a toast says. */
export function useBulkAct(id: string) {
  const t = useTranslations("members");
  const { members } = useTRPC().workspaces;
  const queries = useQueryClient();
  const router = useRouter();
  const withStepUp = useStepUp();
  const failed = useFailureToast();
  const { mutateAsync, isPending } = useMutation(members.bulk.mutationOptions());

  const act = async (kind: BulkKind, memberIds: string[], role: Role): Promise<BulkResults["results"] | null> => {
    const change = {
      role: { role },
      deactivate: { active: false },
      reactivate: { active: true },
      remove: { remove: true as const },
    }[kind];
    try {
      return (await withStepUp(() => mutateAsync({ id, memberIds, ...change }))).results;
    } catch (error) {
      await failed(t("bulk.failed"), error);
      return null;
    } finally {
      router.refresh();
      await queries.invalidateQueries(members.list.pathFilter());
    }
  };
  return { act, isPending };
}
