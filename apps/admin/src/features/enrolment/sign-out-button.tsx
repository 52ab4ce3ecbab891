"use client";

import { Button } from "@pronaflow/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** The way out for someone who will not set it up now. */
export function SignOutButton() {
  const t = useTranslations("auth.enrol");
  const leave = () => window.location.assign("/sign-in");
  const logout = useMutation(useTRPC().auth.logout.mutationOptions({ onSuccess: leave }));
  return (
    <Button variant="ghost" block className="mt-2" pending={logout.isPending} onClick={() => logout.mutate()}>
      {t("signOut")}
    </Button>
  );
}
