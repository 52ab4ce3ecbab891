"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasskeyProof } from "../passkeys/passkey-proof.tsx";
import { usePasskeyProof } from "../passkeys/use-passkey-proof.ts";
import type { WayProps } from "./way-props.ts";

/** A passkey, by the browser's own dialog. It opens at a press: browsers want one, and so do people. */
export function PasskeyWay({ api, challengeId, trustDevice, trustChoice, onEntered, onEnded }: WayProps) {
  const t = useTranslations("auth.second");
  const [triesLeft, setTriesLeft] = useState<number | null>(null);
  const proof = usePasskeyProof({
    begin: () => api.passkeys.verifyOptions.mutate({ challengeId }),
    finish: (response) => api.passkeys.verify.mutate({ challengeId, response, trustDevice }),
    onProved: onEntered,
    onRefused: ({ code, meta }) => {
      const left = typeof meta.triesLeft === "number" ? meta.triesLeft : null;
      setTriesLeft(left);
      const hasEnded = code === "CHALLENGE_GONE" || left === 0;
      if (hasEnded) onEnded();
      return hasEnded;
    },
  });
  return (
    <PasskeyProof
      proof={proof}
      text={t("passkeyText")}
      hint={triesLeft === null ? undefined : t("triesLeft", { count: triesLeft })}
      submit={t("passkeySubmit")}
    >
      {trustChoice}
    </PasskeyProof>
  );
}
