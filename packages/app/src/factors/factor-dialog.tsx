"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Dialog } from "@pronaflow/ui/dialog";
import { toast } from "@pronaflow/ui/toast";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { NewCodes } from "./new-codes.tsx";

interface FactorDialogProps {
  title: string;
  description: string;
  /** Codes that were made: from then on they are what the dialog shows, and it does not close before they are kept. */
  codes: readonly string[] | null;
  email: string;
  /** Said once the codes are kept. */
  success: string;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of a task that may end in new backup codes. */
export function FactorDialog({ title, description, codes, email, success, onClose, children }: FactorDialogProps) {
  const t = useTranslations("factors");
  const app = useTranslations("app");
  const [hasTriedToLeave, setTriedToLeave] = useState(false);

  const leave = (isOpen: boolean) => {
    if (isOpen) return;
    if (codes) setTriedToLeave(true);
    else onClose();
  };
  const finish = () => {
    toast.success(success);
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={leave}
      title={codes ? t("codesTitle") : title}
      description={codes ? t("codesText") : description}
      closeLabel={app("close")}
      isAlert
    >
      <div className="grid gap-4">
        {hasTriedToLeave ? (
          <Banner tone="warning" live>
            {t("keptFirst")}
          </Banner>
        ) : null}
        {codes ? <NewCodes codes={codes} email={email} done={t("done")} onDone={finish} /> : children}
      </div>
    </Dialog>
  );
}
