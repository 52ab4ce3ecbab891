"use client";

import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { StepUpApi } from "./step-up-api.ts";
import { StepUpForm } from "./step-up-form.tsx";

interface StepUpDialogProps {
  api: StepUpApi;
  onProved: () => void;
  onDeclined: () => void;
}

/** Asks again that it is the owner: by the password, or by a code where the second step is on. */
export function StepUpDialog({ api, onProved, onDeclined }: StepUpDialogProps) {
  const t = useTranslations("stepUp");
  const app = useTranslations("app");
  const status = useQuery({ queryKey: ["step-up"], queryFn: () => api.mfa.status.query() });
  const [by, setBy] = useState<"password" | "code">("password");
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onDeclined()}
      title={t("title")}
      description={by === "password" ? t("passwordText") : t("codeText")}
      closeLabel={app("close")}
      width="sm"
    >
      <div className="grid gap-2">
        <StepUpForm key={by} api={api} by={by} onProved={onProved} />
        {status.data?.enabled ? (
          <Button variant="ghost" block onClick={() => setBy(by === "password" ? "code" : "password")}>
            {by === "password" ? t("byCode") : t("byPassword")}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
