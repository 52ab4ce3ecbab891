import type { OfferedPlace } from "@pronaflow/contract/outputs/invitations";
import type { ReactNode } from "react";

/** The card around each state of an invitation. */
export interface Frame {
  brand: ReactNode;
  corner: ReactNode;
}

/** A state of an invitation whose link works. */
export interface OfferProps {
  token: string;
  offer: OfferedPlace;
  frame: Frame;
}
