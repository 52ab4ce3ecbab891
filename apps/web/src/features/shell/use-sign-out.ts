"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Ends this session and leaves by a full load, so that nothing of it stays in memory; `next` is where to go on to. */
export function useSignOut(next?: string): () => void {
  const t = useTranslations("shell");
  const failed = useFailureToast();
  const logout = useMutation(
    useTRPC().auth.logout.mutationOptions({
      onSuccess: () => window.location.assign(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
      onError: (error) => failed(t("signOutFailed"), error),
    }),
  );
  return () => logout.mutate();
}
