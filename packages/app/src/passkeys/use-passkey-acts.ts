"use client";

import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFailureToast } from "../forms/use-failure-toast.ts";
import { useStepUp } from "../session/step-up-provider.tsx";
import { loadAuthenticator, stopOf } from "./load-authenticator.ts";
import type { OwnPasskeysApi } from "./passkeys-api.ts";

export interface OwnPasskeysCalls {
  api: OwnPasskeysApi;
  /** Something of them is other than it was: the list is to be read again. */
  onChanged: () => Promise<void>;
}

/** Adds and removes passkeys and says so; each act resolves with whether it was done. */
export function usePasskeyActs({ api, onChanged }: OwnPasskeysCalls) {
  const t = useTranslations("passkeys");
  const failed = useFailureToast();
  const withStepUp = useStepUp();
  const options = useMutation({ mutationFn: () => api.registerOptions.mutate() });
  const register = useMutation({ mutationFn: api.register.mutate });
  const removal = useMutation({ mutationFn: api.remove.mutate });

  const act = async (work: () => Promise<unknown>, words: { done: string; failed: string }): Promise<boolean> => {
    try {
      await work();
    } catch (error) {
      const stop = stopOf(error);
      if (stop) toast.error(words.failed, { description: t(stop) });
      else await failed(words.failed, error);
      return false;
    }
    await onChanged();
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
