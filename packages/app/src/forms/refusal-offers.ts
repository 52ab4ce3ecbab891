import type { Failure } from "../trpc/failure.ts";

export interface RefusalOffer {
  /** Said in place of the failure's own words. */
  text: string;
  action: { label: string; onClick: () => void };
}

type OfferFor = (failure: Failure) => Promise<RefusalOffer | null>;

let offerFor: OfferFor = async () => null;

/** From now on an app says and offers this about refusals that it knows more of than their code. Answers with its end. */
export function offerOnRefusal(given: OfferFor): () => void {
  offerFor = given;
  return () => {
    if (offerFor === given) offerFor = async () => null;
  };
}

/** What the page offers about a failure; null: nothing. */
export function offerOn(failure: Failure): Promise<RefusalOffer | null> {
  return offerFor(failure);
}
