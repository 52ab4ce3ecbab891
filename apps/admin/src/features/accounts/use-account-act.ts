"use client";

import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import type { AccountAct } from "./account-act.ts";

interface Said {
  reason: string;
  /** How long a suspension lasts; null: until somebody lifts it. */
  days: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Does it, after the password where the server asks for it; rejects with the server's refusal. */
export function useAccountAct({ id, displayName }: AccountDetail, act: AccountAct): (said: Said) => Promise<void> {
  const t = useTranslations("accounts");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const suspend = useMutation(trpc.accounts.suspend.mutationOptions());
  const reactivate = useMutation(trpc.accounts.reactivate.mutationOptions());
  const endSessions = useMutation(trpc.accounts.endSessions.mutationOptions());

  const send = ({ reason, days }: Said): Promise<unknown> => {
    if (act.kind === "suspend") {
      const until = days === null ? {} : { until: new Date(Date.now() + days * DAY_MS).toISOString() };
      return suspend.mutateAsync({ id, reason, ...until });
    }
    if (act.kind === "reactivate") return reactivate.mutateAsync({ id, reason });
    return endSessions.mutateAsync({ id, reason, ...(act.kind === "endSession" ? { sessionId: act.sessionId } : {}) });
  };

  return async (said) => {
    try {
      await withStepUp(() => send(said));
      toast.success(t(`${act.kind}.done`, { name: displayName }));
    } finally {
      // Also after a refusal: another admin may have been faster, and the page should show it.
      await queries.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
    }
  };
}
