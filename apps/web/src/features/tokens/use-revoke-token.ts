"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Revokes a token and says so; resolves with whether it was done. */
export function useRevokeToken() {
  const t = useTranslations("tokens");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mutation = useMutation(trpc.account.tokens.revoke.mutationOptions());

  const revoke = async (tokenId: string): Promise<boolean> => {
    try {
      await mutation.mutateAsync({ tokenId });
    } catch (error) {
      await failed(t("revokeFailed"), error);
      return false;
    }
    await queries.invalidateQueries(trpc.account.tokens.list.queryFilter());
    toast.success(t("revoked"));
    return true;
  };
  return { revoke, isRevoking: mutation.isPending };
}
