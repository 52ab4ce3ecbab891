"use client";

import type { PasswordPolicy } from "@pronaflow/contract";
import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import { use, useState } from "react";
import { forgetOffer, loadOffer } from "./load-offer.ts";
import { OfferFailure } from "./offer-failure.tsx";
import type { Frame } from "./offer-props.ts";
import { OfferToGuest } from "./offer-to-guest.tsx";
import { OfferToInvited } from "./offer-to-invited.tsx";
import { OfferToOther } from "./offer-to-other.tsx";

interface OfferLoaderProps {
  token: string;
  frame: Frame;
  policy: PasswordPolicy;
  ownEmail: string | null;
  providers: readonly ProviderChoice[];
}

/** Reads the offer and shows it to the one who opened it; suspends meanwhile. */
export function Offer({ token, frame, policy, ownEmail, providers }: OfferLoaderProps) {
  const [, setTries] = useState(0);
  const loaded = use(loadOffer(token));
  if ("failure" in loaded) {
    const retry = () => {
      forgetOffer(token);
      setTries((tries) => tries + 1);
    };
    return <OfferFailure failure={loaded.failure} token={token} frame={frame} ownEmail={ownEmail} onRetry={retry} />;
  }
  const { offer } = loaded;
  if (offer.opener === "invited") return <OfferToInvited token={token} offer={offer} frame={frame} />;
  if (offer.opener === "other" && ownEmail)
    return <OfferToOther token={token} offer={offer} frame={frame} ownEmail={ownEmail} />;
  return <OfferToGuest token={token} offer={offer} frame={frame} policy={policy} providers={providers} />;
}
