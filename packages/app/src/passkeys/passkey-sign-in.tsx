"use client";

import type { SignInAnswer } from "@pronaflow/contract/outputs/identity";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PasskeySignInApi } from "./passkeys-api.ts";
import { usePasskeySignIn } from "./use-passkey-sign-in.ts";

interface PasskeySignInProps {
  api: PasskeySignInApi;
  onEntered: (answer: SignInAnswer) => void;
}

/** The button that signs in by passkey; while it is on the page, the browser offers passkeys in the field of the address. */
export function PasskeySignIn({ api, onEntered }: PasskeySignInProps) {
  const t = useTranslations("passkeys");
  const { signIn, isPending, failure } = usePasskeySignIn(api, onEntered);
  return (
    <div className="mt-3 grid gap-3">
      {failure ? (
        <Banner tone="danger" live>
          {failure}
        </Banner>
      ) : null}
      <Button block pending={isPending} onClick={() => void signIn()}>
        <KeyRound aria-hidden />
        {t("signIn")}
      </Button>
    </div>
  );
}
