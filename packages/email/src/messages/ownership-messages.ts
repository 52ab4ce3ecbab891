import type { Words } from "./messages.ts";

interface Told {
  product: string;
  workspace: string;
  to: string;
}

/** The words on who owns a workspace. `until` is already written as its reader would say it. */
export interface OwnershipMessages {
  "ownership-offered"(told: Told & { from: string; until: string }): Words;
  "ownership-offer-made"(told: Told & { from: string; until: string }): Words;
  "ownership-transferred"(told: Told & { from: string }): Words;
  "ownership-offer-ended"(told: Told & { how: "DECLINED" | "CANCELLED" | "EXPIRED" }): Words;
  "ownership-succeeded"(told: Told & { from: string }): Words;
}
