"use client";

import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Ends this session and leaves by a full load, so that nothing of it stays in memory. */
export function useSignOut(): () => void {
  const t = useTranslations("shell");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const logout = useMutation(
    useTRPC().auth.logout.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error) =>
        toast.error(t("signOutFailed"), { description: failureText(readFailure(error), locale, unreachable) }),
    }),
  );
  return () => logout.mutate();
}
