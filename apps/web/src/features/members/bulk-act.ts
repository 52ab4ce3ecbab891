import type { Member } from "@pronaflow/contract/outputs/members";

/** What can be done to several members at once. */
export const BULK_KINDS = ["role", "deactivate", "reactivate", "remove"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Those of the chosen whom an act would change at all. */
export function reachedBy(kind: BulkKind, chosen: readonly Member[]): Member[] {
  const wanted = { role: null, remove: null, deactivate: "ACTIVE", reactivate: "DEACTIVATED" }[kind];
  return chosen.filter(({ state }) => wanted === null || state === wanted);
}
