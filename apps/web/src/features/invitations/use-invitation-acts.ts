"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import type { Role } from "@pronaflow/contract";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** What can be done with one pending invitation; each says what became of it. */
export function useInvitationActs(id: string, invitationId: string) {
  const t = useTranslations("invitations");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const resending = useMutation(trpc.workspaces.invitations.resend.mutationOptions());
  const revoking = useMutation(trpc.workspaces.invitations.revoke.mutationOptions());
  const changing = useMutation(trpc.workspaces.invitations.changeRole.mutationOptions());
  const which = { id, invitationId };

  const settle = async <T>(work: () => Promise<T>, done: string, notDone: string): Promise<T | null> => {
    try {
      const answer = await work();
      toast.success(done);
      return answer;
    } catch (error) {
      await failed(notDone, error);
      return null;
    } finally {
      await queries.invalidateQueries(trpc.workspaces.invitations.list.queryFilter());
    }
  };
  return {
    resend: () => settle(() => resending.mutateAsync(which), t("resent"), t("resendFailed")),
    revoke: () => settle(() => revoking.mutateAsync(which), t("revoked"), t("revokeFailed")),
    changeRole: (role: Role, memberEndsAt: string | null) => {
      const kept = role === "GUEST" && memberEndsAt ? { memberEndsAt } : {};
      return settle(() => changing.mutateAsync({ ...which, role, ...kept }), t("roleChanged"), t("roleFailed"));
    },
    isResending: resending.isPending,
    isRevoking: revoking.isPending,
    isChanging: changing.isPending,
  };
}
