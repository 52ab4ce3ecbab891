"use client";

import { AppCodeForm } from "@pronaflow/app/factors/app-code-form.tsx";
import { FactorDialog } from "@pronaflow/app/factors/factor-dialog.tsx";
import { OwnPasswordForm } from "@pronaflow/app/factors/own-password-form.tsx";
import type { MfaEnrolment } from "@pronaflow/contract/outputs/factors";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPCClient } from "#trpc/context.ts";
import { useRefreshFactors } from "./use-refresh-factors.ts";

/** Sets the second step up: password, key into the app, its first code, backup codes. */
export function EnableDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("factors");
  const refresh = useRefreshFactors();
  const { mfa: api } = useTRPCClient().auth;
  const { email } = useMe().user;
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
      email={email}
      success={t("enabled")}
      onClose={onClose}
    >
      {enrolment ? (
        <AppCodeForm api={api} enrolment={enrolment} onConfirmed={show} />
      ) : (
        <OwnPasswordForm api={api} onBegun={setEnrolment}>
          <p className="text-muted-foreground">{t("enableWarning")}</p>
        </OwnPasswordForm>
      )}
    </FactorDialog>
  );
}
