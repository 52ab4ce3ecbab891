"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { OfferProof } from "@pronaflow/contract/outputs/providers";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { useState } from "react";
import type { ProofProps } from "./proof-props.ts";
import { ProveByBackupCode } from "./prove-by-backup-code.tsx";
import { ProveByCode } from "./prove-by-code.tsx";
import { ProveByPassword } from "./prove-by-password.tsx";
import { signInAddress } from "./return-address.ts";

const WAYS: Record<OfferProof, ComponentType<ProofProps>> = {
  password: ProveByPassword,
  totp: ProveByCode,
  backup_code: ProveByBackupCode,
};

interface ProveOfferProps extends ProofProps {
  provider: string;
  brand: ReactNode;
  corner: ReactNode;
  /** The way back for those who cannot, or will not. */
  children: ReactNode;
}

/** The address has an account: it is asked to prove itself, by any of its ways, before the two are tied together. */
export function ProveOffer({ offer, provider, brand, corner, children, ...rest }: ProveOfferProps) {
  const t = useTranslations("providers");
  const [first] = offer.methods;
  const [way, setWay] = useState(first);
  const words = { email: offer.email, provider };
  const frame = { brand, corner, title: t("proveTitle") };
  if (!way) {
    return (
      <AuthPanel {...frame} description={t("proveElsewhere", words)}>
        {children}
      </AuthPanel>
    );
  }
  const Way = WAYS[way];
  const others = offer.methods.filter((method) => method !== way);
  return (
    <AuthPanel
      {...frame}
      description={t(`proveBy.${way}`, words)}
      footer={{ text: t("notYou"), link: t("toSignIn"), href: signInAddress() }}
    >
      <div className="grid gap-4">
        <Way key={way} offer={offer} {...rest} />
        {others.length > 0 ? (
          <fieldset className="grid gap-2 border-t pt-4">
            <legend className="sr-only">{t("otherProofs")}</legend>
            {others.map((other) => (
              <Button key={other} block onClick={() => setWay(other)}>
                {t(`proofWay.${other}`)}
              </Button>
            ))}
          </fieldset>
        ) : null}
      </div>
    </AuthPanel>
  );
}
