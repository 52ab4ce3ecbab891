"use client";

import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import type { FactorMethod, SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Button } from "@pronaflow/ui/button";
import { Checkbox } from "@pronaflow/ui/checkbox";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { useState } from "react";
import { BackupCodeWay } from "./backup-code-way.tsx";
import { CodeWay } from "./code-way.tsx";
import { enterApp } from "./enter-app.ts";
import { FewCodesLeft } from "./few-codes-left.tsx";
import type { WayProps } from "./way-props.ts";

/** How a sign-in can be finished, each with its form. A new way adds itself here. */
const WAYS: Partial<Record<FactorMethod, ComponentType<WayProps>>> = { totp: CodeWay, backup_code: BackupCodeWay };

interface SecondStepProps {
  challenge: SecondFactorRequired;
  next: string | null;
  /** It ran out, or met too many wrong codes. */
  onEnded: () => void;
  onRestart: () => void;
}

/** The second step of a sign-in, by any of the account's factors. */
export function SecondStep({ challenge, next, onEnded, onRestart }: SecondStepProps) {
  const t = useTranslations("auth.second");
  const ways = challenge.methods.filter((method) => method in WAYS);
  const [way, setWay] = useState<FactorMethod>(ways[0] ?? "totp");
  const [trustDevice, setTrustDevice] = useState(false);
  const [entered, setEntered] = useState<MfaVerified | null>(null);
  const Way = WAYS[way] ?? CodeWay;

  const enter = (answer: MfaVerified) => {
    if (answer.backupCodesLow) setEntered(answer);
    else enterApp(next, answer);
  };

  if (entered) return <FewCodesLeft left={entered.backupCodesRemaining ?? 0} onGoOn={() => enterApp(next, entered)} />;
  return (
    <div className="grid gap-4">
      <Way
        key={way}
        challengeId={challenge.challengeId}
        trustDevice={trustDevice}
        trustChoice={
          <Checkbox
            label={t("trust")}
            checked={trustDevice}
            onChange={(event) => setTrustDevice(event.target.checked)}
          />
        }
        onEntered={enter}
        onEnded={onEnded}
      />
      <fieldset className="grid gap-2 border-t pt-4">
        <legend className="sr-only">{t("otherWays")}</legend>
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <Button key={other} block onClick={() => setWay(other)}>
              {t(`way.${other}`)}
            </Button>
          ))}
        <Button variant="ghost" block onClick={onRestart}>
          {t("restart")}
        </Button>
      </fieldset>
    </div>
  );
}
