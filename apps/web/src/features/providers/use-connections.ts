"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { Connection } from "@pronaflow/contract/outputs/providers";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";

/** Connects, which leads away to the provider, and disconnects, which resolves with whether it was done. */
export function useConnections() {
  const t = useTranslations("connections");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const link = useMutation(trpc.auth.oauth.link.mutationOptions());
  const unlink = useMutation(trpc.auth.oauth.unlink.mutationOptions());
  const [connectingTo, setConnectingTo] = useState<string | null>(null);

  const connect = async (provider: string): Promise<void> => {
    setConnectingTo(provider);
    try {
      const { url } = await withStepUp(() => link.mutateAsync({ provider }));
      window.location.assign(url);
    } catch (error) {
      setConnectingTo(null);
      await failed(t("failed"), error);
    }
  };

  const disconnect = async ({ id, provider }: Connection): Promise<boolean> => {
    try {
      await withStepUp(() => unlink.mutateAsync({ connectionId: id }));
    } catch (error) {
      await failed(t("failed"), error);
      return false;
    }
    await queries.invalidateQueries(trpc.auth.oauth.list.queryFilter());
    toast.success(t("disconnected", { provider: provider.name }));
    return true;
  };

  return { connect, connectingTo, disconnect, isDisconnecting: unlink.isPending };
}
