"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Ends this session and leaves by a full load, so that nothing of it stays in memory. */
export function useSignOut(): () => void {
  const t = useTranslations("shell");
  const failed = useFailureToast();
  const logout = useMutation(
    useTRPC().auth.logout.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error) => failed(t("signOutFailed"), error),
    }),
  );
  return () => logout.mutate();
}
