"use client";

import { createContext } from "react";
import type { Failure } from "../trpc/failure.ts";

interface RefusalOffer {
  /** Said in place of the failure's own words. */
  text: string;
  action: { label: string; onClick: () => void };
}

/** What an app can say and offer about a refusal that it knows more of than its code; null: nothing. */
export const RefusalOffers = createContext<(failure: Failure) => Promise<RefusalOffer | null>>(async () => null);
