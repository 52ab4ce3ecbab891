"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CallbackFailure } from "./callback-failure.tsx";
import { ProveOffer } from "./prove-offer.tsx";
import { ProviderSecondStep } from "./provider-second-step.tsx";
import { signInAddress } from "./return-address.ts";
import { useArrival } from "./use-arrival.ts";

interface ProviderCallbackProps {
  provider: ProviderChoice;
  /** Someone who is signed in came from the Connections page. */
  isSignedIn: boolean;
  brand: ReactNode;
  corner: ReactNode;
}

/** The page that a provider sends the browser back to: opening it changes nothing, what it posts does. */
export function ProviderCallback({ provider, isSignedIn, brand, corner }: ProviderCallbackProps) {
  const t = useTranslations("providers");
  const { arrival, goOn, end } = useArrival(provider.key);
  const words = { provider: provider.name };
  const frame = { brand, corner };
  const back = (
    <Button asChild block variant={arrival.at === "inbox" ? "secondary" : "primary"}>
      {isSignedIn ? (
        <Link href="/account/connections">{t("toConnections")}</Link>
      ) : (
        // Not shown before the browser has read what it came back with.
        <Link href={arrival.at === "working" ? "/sign-in" : signInAddress()}>{t("toSignIn")}</Link>
      )}
    </Button>
  );

  switch (arrival.at) {
    case "working":
      return (
        <AuthPanel {...frame} title={t("working", words)} description={t("workingText")}>
          <Skeleton className="h-(--control-height) w-full" />
        </AuthPanel>
      );
    case "denied":
      return (
        <AuthPanel {...frame} title={t("deniedTitle")} description={t("denied", words)}>
          {back}
        </AuthPanel>
      );
    case "second-step":
      return (
        <ProviderSecondStep {...frame} challenge={arrival.challenge} returnTo={arrival.returnTo}>
          {back}
        </ProviderSecondStep>
      );
    case "ended":
      return (
        <AuthPanel {...frame} title={t("expiredTitle")} description={t("expired")}>
          {back}
        </AuthPanel>
      );
    case "inbox":
      return (
        <AuthPanel {...frame} title={t("inboxTitle")} description={t("inbox", words)}>
          {back}
        </AuthPanel>
      );
    case "failed":
      return (
        <CallbackFailure {...frame} failure={arrival.failure} provider={provider.name}>
          {back}
        </CallbackFailure>
      );
    case "proof":
      return (
        <ProveOffer {...frame} offer={arrival.offer} provider={provider.name} onProved={goOn} onEnded={end}>
          {back}
        </ProveOffer>
      );
  }
}
