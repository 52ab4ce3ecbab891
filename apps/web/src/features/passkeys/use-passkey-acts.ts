"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { loadAuthenticator, stopOf } from "./load-authenticator.ts";

/** Adds and removes passkeys and says so; each act resolves with whether it was done. */
export function usePasskeyActs() {
  const t = useTranslations("passkeys");
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const options = useMutation(trpc.auth.passkeys.registerOptions.mutationOptions());
  const register = useMutation(trpc.auth.passkeys.register.mutationOptions());
  const removal = useMutation(trpc.auth.passkeys.remove.mutationOptions());

  const act = async (work: () => Promise<unknown>, words: { done: string; failed: string }): Promise<boolean> => {
    try {
      await work();
    } catch (error) {
      const stop = stopOf(error);
      if (stop) toast.error(words.failed, { description: t(stop) });
      else await failed(words.failed, error);
      return false;
    }
    await queries.invalidateQueries(trpc.auth.passkeys.list.queryFilter());
    toast.success(words.done);
    return true;
  };
  const make = async () => {
    const optionsJSON = await withStepUp(() => options.mutateAsync());
    const { startRegistration } = await loadAuthenticator();
    const response = await startRegistration({ optionsJSON });
    await withStepUp(() => register.mutateAsync({ response }));
  };

  return {
    add: () => act(make, { done: t("added"), failed: t("addFailed") }),
    remove: (passkeyId: string) =>
      act(() => withStepUp(() => removal.mutateAsync({ passkeyId })), {
        done: t("removed"),
        failed: t("removeFailed"),
      }),
    isRemoving: removal.isPending,
  };
}
