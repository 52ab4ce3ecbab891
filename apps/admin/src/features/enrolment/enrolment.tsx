"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { AppCodeForm } from "@pronaflow/app/factors/app-code-form.tsx";
import { NewCodes } from "@pronaflow/app/factors/new-codes.tsx";
import { OwnPasswordForm } from "@pronaflow/app/factors/own-password-form.tsx";
import type { MfaEnrolment } from "@pronaflow/contract/outputs/factors";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTRPCClient } from "#trpc/context.ts";
import { ProveForm } from "./prove-form.tsx";
import { SignOutButton } from "./sign-out-button.tsx";

interface EnrolmentProps {
  strip: ReactNode;
  corner: ReactNode;
  email: string;
  /** The second step is on already; this session has not taken it. */
  isEnabled: boolean;
  /** A path of the console to go on to. */
  next: string;
}

/** The second step is set up (password, app, backup codes), or taken where it was set up elsewhere. */
export function Enrolment({ strip, corner, email, isEnabled, next }: EnrolmentProps) {
  const t = useTranslations("auth.enrol");
  const factors = useTranslations("factors");
  const [enrolment, setEnrolment] = useState<MfaEnrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { mfa: api } = useTRPCClient().auth;
  const frame = { strip, corner };
  // A full load: nothing that was fetched with one factor is shown with two.
  const enter = () => window.location.assign(next);

  if (isEnabled) {
    return (
      <AuthPanel {...frame} title={t("proveTitle")} description={t("proveText")}>
        <ProveForm onProved={enter} />
        <SignOutButton />
      </AuthPanel>
    );
  }
  if (codes) {
    return (
      <AuthPanel {...frame} title={factors("codesTitle")} description={factors("codesText")}>
        <NewCodes codes={codes} email={email} done={t("done")} onDone={enter} />
      </AuthPanel>
    );
  }
  return (
    <AuthPanel {...frame} title={t("title")} description={enrolment ? t("scan") : t("description")}>
      {enrolment ? (
        <AppCodeForm api={api} enrolment={enrolment} onConfirmed={setCodes} />
      ) : (
        <OwnPasswordForm api={api} onBegun={setEnrolment} />
      )}
      <SignOutButton />
    </AuthPanel>
  );
}
