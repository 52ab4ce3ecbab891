"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import type { Role } from "@pronaflow/contract";
import type { Invited } from "@pronaflow/contract/outputs/invitations";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Invites addresses; resolves with the answer for each, or null where it failed, which a toast says. */
export function useInvite(id: string) {
  const t = useTranslations("invitations");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mutation = useMutation(trpc.workspaces.invitations.create.mutationOptions());

  const invite = async (emails: string[], role: Role, memberEndsAt?: string): Promise<Invited | null> => {
    try {
      const answer = await mutation.mutateAsync({ id, emails, role, memberEndsAt });
      await queries.invalidateQueries(trpc.workspaces.invitations.list.queryFilter());
      return answer;
    } catch (error) {
      await failed(t("failed"), error);
      return null;
    }
  };
  return { invite, isPending: mutation.isPending };
}
