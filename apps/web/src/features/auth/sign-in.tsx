"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lazy, Suspense, useState } from "react";
import { SignInForm } from "./sign-in-form.tsx";

// Most who sign in need the first step alone.
const SecondStep = lazy(async () => ({ default: (await import("./second-step.tsx")).SecondStep }));

interface SignInProps {
  brand: ReactNode;
  corner: ReactNode;
  /** Below the form: ways in without a password of ours. */
  otherWays: ReactNode;
  /** A path of this app to go on to. */
  next: string | null;
}

/** What was answered last; the challenge lives here, in memory, and is gone with the page. */
type Stage = { at: "first" } | { at: "second"; challenge: SecondFactorRequired } | { at: "ended" };

/** The page of signing in: the password, then the second factor where the account has one. */
export function SignIn({ brand, corner, otherWays, next }: SignInProps) {
  const t = useTranslations("auth.signIn");
  const second = useTranslations("auth.second");
  const [stage, setStage] = useState<Stage>({ at: "first" });
  const frame = { brand, corner };
  const restart = () => setStage({ at: "first" });

  if (stage.at === "second") {
    return (
      <AuthPanel {...frame} title={second("title")}>
        <Suspense fallback={<Skeleton className="h-64 w-full" />}>
          <SecondStep
            challenge={stage.challenge}
            next={next}
            onEnded={() => setStage({ at: "ended" })}
            onRestart={restart}
          />
        </Suspense>
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
  return (
    <AuthPanel
      {...frame}
      title={t("title")}
      description={next && next !== "/" ? t("returning") : t("description")}
      footer={{ text: t("noAccount"), link: t("createAccount"), href: "/sign-up" }}
    >
      <SignInForm next={next} onSecondStep={(challenge) => setStage({ at: "second", challenge })} />
      {otherWays}
    </AuthPanel>
  );
}
