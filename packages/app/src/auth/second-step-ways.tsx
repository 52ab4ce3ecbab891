"use client";

import type { FactorMethod, SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { useState } from "react";
import { knowsPasskeys } from "../passkeys/load-authenticator.ts";
import { BackupCodeWay } from "./backup-code-way.tsx";
import { CodeWay } from "./code-way.tsx";
import { PasskeyWay } from "./passkey-way.tsx";
import type { WayProps } from "./way-props.ts";

/** How a sign-in can be finished, each with its form, the easiest first. */
const WAYS: Record<FactorMethod, ComponentType<WayProps>> = {
  passkey: PasskeyWay,
  totp: CodeWay,
  backup_code: BackupCodeWay,
};
const ORDER = Object.keys(WAYS) as FactorMethod[];

interface SecondStepWaysProps extends Omit<WayProps, "challengeId"> {
  challenge: SecondFactorRequired;
  onRestart: () => void;
}

/** The second step of a sign-in, by any of the account's factors. */
export function SecondStepWays({ challenge, onRestart, ...rest }: SecondStepWaysProps) {
  const t = useTranslations("auth.second");
  const ways = ORDER.filter((way) => challenge.methods.includes(way) && (way !== "passkey" || knowsPasskeys()));
  const [way, setWay] = useState<FactorMethod>(ways[0] ?? "totp");
  const Way = WAYS[way];
  return (
    <div className="grid gap-4">
      <Way key={way} challengeId={challenge.challengeId} {...rest} />
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
