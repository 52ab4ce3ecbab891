import type { SystemWorkspace } from "@pronaflow/contract/outputs/workspaces";

export type DeletionPhase = "ACTIVE" | "DELETED" | "PURGING_SOON" | "FINAL";

// As the API's filter `purging_soon`.
const PURGING_SOON_MS = 7 * 24 * 60 * 60 * 1000;

/** Where a workspace stands between live and gone, at `now` (ISO 8601). One that is held comes no nearer to its end. */
export function deletionPhase({ state, finalAt, isHeld }: SystemWorkspace, now: string): DeletionPhase {
  if (state === "ACTIVE" || !finalAt) return "ACTIVE";
  if (isHeld) return "DELETED";
  const leftMs = Date.parse(finalAt) - Date.parse(now);
  if (leftMs <= 0) return "FINAL";
  return leftMs <= PURGING_SOON_MS ? "PURGING_SOON" : "DELETED";
}
