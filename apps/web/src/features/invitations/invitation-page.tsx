"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { PasswordPolicy } from "@pronaflow/contract";
import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import { Banner } from "@pronaflow/ui/banner";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Suspense, useSyncExternalStore } from "react";
import { readInvitationToken } from "./invitation-token.ts";
import { Offer } from "./offer.tsx";

interface InvitationPageProps {
  brand: ReactNode;
  corner: ReactNode;
  policy: PasswordPolicy;
  /** Who is signed in. */
  ownEmail: string | null;
  /** Other ways to sign in, or to make an account. */
  providers: readonly ProviderChoice[];
}

/** What an invitation's link opens: the offer, and what its reader can do with it. */
export function InvitationPage({ policy, ownEmail, providers, ...frame }: InvitationPageProps) {
  const t = useTranslations("invitation");
  const token = useSyncExternalStore(subscribe, readInvitationToken, () => undefined);
  const waiting = (
    <AuthPanel {...frame} title={t("title")}>
      <Skeleton className="h-32 w-full" />
    </AuthPanel>
  );
  if (token === undefined) return waiting;
  if (token === null) {
    return (
      <AuthPanel {...frame} title={t("title")}>
        <Banner tone="warning">{t("missing")}</Banner>
      </AuthPanel>
    );
  }
  return (
    <Suspense fallback={waiting}>
      <Offer key={token} token={token} frame={frame} policy={policy} ownEmail={ownEmail} providers={providers} />
    </Suspense>
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
