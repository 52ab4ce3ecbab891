"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lazy, Suspense, useState } from "react";

// Most who come back from a provider need no second step.
const SecondStep = lazy(async () => ({ default: (await import("#features/auth/second-step.tsx")).SecondStep }));

interface ProviderSecondStepProps {
  challenge: SecondFactorRequired;
  /** A path of this app to go on to. */
  returnTo: string | null;
  brand: ReactNode;
  corner: ReactNode;
  /** The way back, for a challenge that is gone. */
  children: ReactNode;
}

/** The second step of a sign-in by provider: one begins again where one began, at the page of signing in. */
export function ProviderSecondStep({ challenge, returnTo, brand, corner, children }: ProviderSecondStepProps) {
  const t = useTranslations("providers");
  const second = useTranslations("auth.second");
  const router = useRouter();
  const [isEnded, setEnded] = useState(false);
  const frame = { brand, corner };

  if (isEnded) {
    return (
      <AuthPanel {...frame} title={t("expiredTitle")} description={t("expired")}>
        {children}
      </AuthPanel>
    );
  }
  return (
    <AuthPanel {...frame} title={second("title")}>
      <Suspense fallback={<Skeleton className="h-64 w-full" />}>
        <SecondStep
          challenge={challenge}
          next={returnTo}
          onEnded={() => setEnded(true)}
          onRestart={() => router.push("/sign-in")}
        />
      </Suspense>
    </AuthPanel>
  );
}
