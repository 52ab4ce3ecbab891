"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { ProofRequired, ProviderAnswer } from "@pronaflow/contract/outputs/providers";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProveOfferForm } from "./prove-offer-form.tsx";

interface ProveOfferProps {
  offer: ProofRequired;
  provider: string;
  onProved: (answer: ProviderAnswer) => void;
  brand: ReactNode;
  corner: ReactNode;
  /** The way back for those who cannot, or will not. */
  children: ReactNode;
}

/** The address has an account: it is asked to prove itself before the two are tied together. */
export function ProveOffer({ offer, provider, onProved, brand, corner, children }: ProveOfferProps) {
  const t = useTranslations("providers");
  const canProve = offer.methods.includes("password");
  const words = { email: offer.email, provider };
  return (
    <AuthPanel
      brand={brand}
      corner={corner}
      title={t("proveTitle")}
      description={canProve ? t("prove", words) : t("proveElsewhere", words)}
      {...(canProve ? { footer: { text: t("notYou"), link: t("toSignIn"), href: "/sign-in" } } : {})}
    >
      {canProve ? <ProveOfferForm offerId={offer.offerId} email={offer.email} onProved={onProved} /> : children}
    </AuthPanel>
  );
}
