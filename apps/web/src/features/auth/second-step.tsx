"use client";

import { SecondStepWays } from "@pronaflow/app/auth/second-step-ways.tsx";
import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Checkbox } from "@pronaflow/ui/checkbox";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { enterApp } from "./enter-app.ts";
import { FewCodesLeft } from "./few-codes-left.tsx";

interface SecondStepProps {
  challenge: SecondFactorRequired;
  next: string | null;
  /** It ran out, or met too many wrong codes. */
  onEnded: () => void;
  onRestart: () => void;
}

/** The second step of a sign-in; this browser may be spared it from then on. */
export function SecondStep({ challenge, next, onEnded, onRestart }: SecondStepProps) {
  const t = useTranslations("auth.second");
  const [trustDevice, setTrustDevice] = useState(false);
  const [entered, setEntered] = useState<MfaVerified | null>(null);

  const enter = (answer: MfaVerified) => {
    if (answer.backupCodesLow) setEntered(answer);
    else enterApp(next, answer);
  };

  if (entered) return <FewCodesLeft left={entered.backupCodesRemaining ?? 0} onGoOn={() => enterApp(next, entered)} />;
  return (
    <SecondStepWays
      api={guestApi.auth}
      challenge={challenge}
      trustDevice={trustDevice}
      trustChoice={
        <Checkbox label={t("trust")} checked={trustDevice} onChange={(event) => setTrustDevice(event.target.checked)} />
      }
      onEntered={enter}
      onEnded={onEnded}
      onRestart={onRestart}
    />
  );
}
