"use client";

import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
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
}

/** Asks again that it is the owner: by the password, by a passkey, or by a code where the second step is on. */
export function StepUpDialog({ api, onProved, onDeclined }: StepUpDialogProps) {
  const t = useTranslations("stepUp");
  const app = useTranslations("app");
  const ways = useStepUpWays(api);
  const [by, setBy] = useState<StepUpWay>("password");
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onDeclined()}
      title={t("title")}
      description={t(`text.${by}`)}
      closeLabel={app("close")}
      width="sm"
    >
      <div className="grid gap-2">
        {by === "passkey" ? (
          <StepUpByPasskey api={api} onProved={onProved} />
        ) : (
          <StepUpForm key={by} api={api} by={by} onProved={onProved} />
        )}
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
