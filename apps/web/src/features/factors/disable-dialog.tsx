"use client";

import { FactorDialog } from "@pronaflow/app/factors/factor-dialog.tsx";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMe } from "#session/use-me.ts";
import { DisableForm } from "./disable-form.tsx";

/** Turns the second step off, by the password and a factor. */
export function DisableDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("factors");
  const [by, setBy] = useState<"code" | "backupCode">("code");
  return (
    <FactorDialog
      title={t("disableTitle")}
      description={t("disableText")}
      codes={null}
      email={useMe().user.email}
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
