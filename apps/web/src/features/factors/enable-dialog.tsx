"use client";

import type { MfaEnrolment } from "@pronaflow/contract/outputs/factors";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AppCodeForm } from "./app-code-form.tsx";
import { FactorDialog } from "./factor-dialog.tsx";
import { OwnPasswordForm } from "./own-password-form.tsx";
import { useRefreshFactors } from "./use-refresh-factors.ts";

/** Sets the second step up: password, key into the app, its first code, backup codes. */
export function EnableDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("factors");
  const refresh = useRefreshFactors();
  const [enrolment, setEnrolment] = useState<MfaEnrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  const show = (made: readonly string[]) => {
    setCodes(made);
    void refresh();
  };

  return (
    <FactorDialog
      title={enrolment ? t("scanTitle") : t("enableTitle")}
      description={enrolment ? t("scanText") : t("enableText")}
      codes={codes}
      success={t("enabled")}
      onClose={onClose}
    >
      {enrolment ? (
        <AppCodeForm enrolment={enrolment} onConfirmed={show} />
      ) : (
        <OwnPasswordForm onBegun={setEnrolment} />
      )}
    </FactorDialog>
  );
}
