"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { SecondStepWays } from "@pronaflow/app/auth/second-step-ways.tsx";
import { PasskeySignIn } from "@pronaflow/app/passkeys/passkey-sign-in.tsx";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTRPCClient } from "#trpc/context.ts";
import { SignInForm } from "./sign-in-form.tsx";

interface SignInProps {
  strip: ReactNode;
  corner: ReactNode;
  /** A path of the console to go on to. */
  next: string | null;
  resetAddress: string;
}

/** What was answered last; the challenge lives here, in memory, and is gone with the page. */
type Stage = { at: "first" } | { at: "second"; challenge: SecondFactorRequired } | { at: "ended" };

/** The page of an admin's sign-in: the password, then the second factor. */
export function SignIn({ strip, corner, next, resetAddress }: SignInProps) {
  const t = useTranslations("auth.signIn");
  const second = useTranslations("auth.second");
  const { auth: api } = useTRPCClient();
  const [stage, setStage] = useState<Stage>({ at: "first" });
  const frame = { strip, corner };
  const restart = () => setStage({ at: "first" });
  // A full load: nothing that was fetched without a session is shown with one.
  const enter = () => window.location.assign(next ?? "/workspaces");

  if (stage.at === "second") {
    return (
      <AuthPanel {...frame} title={second("title")}>
        <SecondStepWays
          api={api}
          challenge={stage.challenge}
          onEntered={enter}
          onEnded={() => setStage({ at: "ended" })}
          onRestart={restart}
        />
      </AuthPanel>
    );
  }
  if (stage.at === "ended") {
    return (
      <AuthPanel {...frame} title={second("endedTitle")} description={second("ended")}>
        <Button variant="primary" block onClick={restart}>
          {second("startAgain")}
        </Button>
      </AuthPanel>
    );
  }
  const isReturning = next !== null && next !== "/" && next !== "/workspaces";
  return (
    <AuthPanel
      {...frame}
      title={t("title")}
      description={isReturning ? t("returning") : t("description")}
      footer={{ text: t("forgot"), link: t("reset"), href: resetAddress }}
    >
      <SignInForm onEntered={enter} onSecondStep={(challenge) => setStage({ at: "second", challenge })} />
      <PasskeySignIn api={api.passkeys} onEntered={enter} />
    </AuthPanel>
  );
}
