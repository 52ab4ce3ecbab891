import type { ProofRequired, ProviderAnswer } from "@pronaflow/contract/outputs/providers";

/** What each way to prove the account of an offer is given. */
export interface ProofProps {
  offer: ProofRequired;
  onProved: (answer: ProviderAnswer) => void;
  /** The offer is gone: nothing proves it any more. */
  onEnded: () => void;
}
