"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PasskeyProof } from "../passkeys/passkey-proof.tsx";
import { usePasskeyProof } from "../passkeys/use-passkey-proof.ts";
import type { StepUpApi } from "./step-up-api.ts";

interface StepUpByPasskeyProps {
  api: StepUpApi;
  onProved: () => void;
}

/** One proof by passkey. */
export function StepUpByPasskey({ api, onProved }: StepUpByPasskeyProps) {
  const t = useTranslations("stepUp");
  const stepUp = useMutation({ mutationFn: api.passkeys.stepUp.mutate });
  const proof = usePasskeyProof({
    begin: () => api.passkeys.stepUpOptions.mutate(),
    finish: (response) => stepUp.mutateAsync({ response }),
    onProved,
  });
  return <PasskeyProof proof={proof} submit={t("passkey")} />;
}
