"use client";

import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { StepUpApi } from "./step-up-api.ts";
import { StepUpByPasskey } from "./step-up-by-passkey.tsx";
import { StepUpForm } from "./step-up-form.tsx";
import type { StepUpWay } from "./use-step-up-ways.ts";
import { useStepUpWays } from "./use-step-up-ways.ts";

interface StepUpDialogProps {
  api: StepUpApi;
  onProved: () => void;
  onDeclined: () => void;
  /** Whether the session is to count two factors: the password alone will not do. */
  isTwofold?: boolean;
}

/** Asks again that it is the owner: by the password, by a passkey, or by a code where the second step is on. */
export function StepUpDialog({ api, onProved, onDeclined, isTwofold = false }: StepUpDialogProps) {
  const t = useTranslations("stepUp");
  const app = useTranslations("app");
  const known = useStepUpWays(api);
  const ways = known.ways.filter((way) => !isTwofold || way !== "password");
  const [chosen, setBy] = useState<StepUpWay | null>(null);
  const by = chosen ?? ways[0];
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onDeclined()}
      title={t("title")}
      description={by && t(`text.${by}`)}
      closeLabel={app("close")}
      width="sm"
    >
      <div className="grid gap-2">
        {by === undefined && known.isPending ? <Skeleton className="h-9 w-full" /> : null}
        {by === undefined && !known.isPending ? <p>{t("noWay")}</p> : null}
        {by === "passkey" ? <StepUpByPasskey api={api} onProved={onProved} /> : null}
        {by === "password" || by === "code" ? <StepUpForm key={by} api={api} by={by} onProved={onProved} /> : null}
        {ways
          .filter((other) => other !== by)
          .map((other) => (
            <Button key={other} variant="ghost" block onClick={() => setBy(other)}>
              {t(`way.${other}`)}
            </Button>
          ))}
      </div>
    </Dialog>
  );
}
