"use client";

import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DisableForm } from "./disable-form.tsx";
import { FactorDialog } from "./factor-dialog.tsx";

/** Turns the second step off, by the password and a factor. */
export function DisableDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("factors");
  const [by, setBy] = useState<"code" | "backupCode">("code");
  return (
    <FactorDialog
      title={t("disableTitle")}
      description={t("disableText")}
      codes={null}
      success={t("disabled")}
      onClose={onClose}
    >
      <DisableForm key={by} by={by} onDisabled={onClose} />
      <Button variant="ghost" block onClick={() => setBy(by === "code" ? "backupCode" : "code")}>
        {by === "code" ? t("useBackupCode") : t("useApp")}
      </Button>
    </FactorDialog>
  );
}
