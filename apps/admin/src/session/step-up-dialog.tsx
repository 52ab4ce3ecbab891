"use client";

import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";
import { StepUpForm } from "./step-up-form.tsx";

interface StepUpDialogProps {
  onProved: () => void;
  onDeclined: () => void;
}

/** Asks again that it is the owner: by the password, or by a code where the second step is on. */
export function StepUpDialog({ onProved, onDeclined }: StepUpDialogProps) {
  const t = useTranslations("shell");
  const app = useTranslations("app");
  const status = useQuery(useTRPC().auth.mfa.status.queryOptions());
  const [by, setBy] = useState<"password" | "code">("password");
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onDeclined()}
      title={t("stepUpTitle")}
      description={by === "password" ? t("stepUpText") : t("stepUpCodeText")}
      closeLabel={app("close")}
      width="sm"
    >
      <div className="grid gap-2">
        <StepUpForm key={by} by={by} onProved={onProved} />
        {status.data?.enabled ? (
          <Button variant="ghost" block onClick={() => setBy(by === "password" ? "code" : "password")}>
            {by === "password" ? t("stepUpByCode") : t("stepUpByPassword")}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
