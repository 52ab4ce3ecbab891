import type { Addressed, Zoned } from "./mail.ts";

interface Handed extends Addressed {
  workspaceName: string;
  /** Who receives it. */
  toName: string;
  link: string;
}

/** What the mails on who owns a workspace say. Instants are ISO 8601. */
export interface OwnershipProps {
  /** To whom it is offered. */
  "ownership-offered": Handed & Zoned & { fromName: string; expiresAt: string };
  /** To those who own it while it is offered. */
  "ownership-offer-made": Handed & Zoned & { fromName: string; expiresAt: string };
  "ownership-transferred": Handed & { fromName: string };
  "ownership-offer-ended": Handed & { how: "DECLINED" | "CANCELLED" | "EXPIRED" };
  /** After an Owner's account was closed or suspended; `fromName` is who that was. */
  "ownership-succeeded": Handed & { fromName: string };
}

export type OwnershipTemplate = keyof OwnershipProps;

/** Record<…, true> so that one that is not listed does not compile. */
export const OWNERSHIP_MAILS: Record<OwnershipTemplate, true> = {
  "ownership-offered": true,
  "ownership-offer-made": true,
  "ownership-transferred": true,
  "ownership-offer-ended": true,
  "ownership-succeeded": true,
};
