"use client";

import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { SystemRole } from "@pronaflow/contract";
import type { Candidate } from "@pronaflow/contract/outputs/admins";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Changes somebody's role, after the password where the server asks for it; rejects with the server's refusal. */
export function useChangeRole({ id, displayName }: Candidate) {
  const t = useTranslations("admins");
  const systemRole = useTranslations("access.systemRole");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const { mutateAsync } = useMutation(trpc.admins.changeRole.mutationOptions());

  return async ({ role, reason }: { role: SystemRole; reason: string }): Promise<void> => {
    try {
      await withStepUp(() => mutateAsync({ accountId: id, role, reason }));
      const done = role === "USER" ? t("remove.done", { name: displayName }) : null;
      toast.success(done ?? t("change.done", { name: displayName, role: systemRole(role) }), {
        description: t("mailed"),
      });
    } finally {
      // Also after a refusal: another admin may have been faster, and the page should show it.
      await queries.invalidateQueries({ queryKey: trpc.admins.pathKey() });
    }
  };
}
