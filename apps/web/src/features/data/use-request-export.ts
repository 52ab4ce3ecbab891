"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Asks for the archive, after a fresh proof where one is due. */
export function useRequestExport() {
  const t = useTranslations("data");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const mutation = useMutation(trpc.account.export.request.mutationOptions());

  const request = async (): Promise<void> => {
    try {
      await withStepUp(() => mutation.mutateAsync());
    } catch (error) {
      await failed(t("requestFailed"), error);
      return;
    }
    await queries.invalidateQueries(trpc.account.export.get.queryFilter());
  };
  return { request, isRequesting: mutation.isPending };
}
