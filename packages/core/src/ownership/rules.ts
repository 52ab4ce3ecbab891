/** Spec WS-7: so long an offer of ownership stands. */
export const OFFER_MS = 7 * 24 * 60 * 60 * 1000;

/** Who comes next when an Owner's account goes. */
export type Succession = "HEIR" | "OWNER" | "ADMIN" | "NOBODY";

export interface Candidate {
  accountId: string;
  role: string;
  isHeir: boolean;
}

/**
 * Spec WS-7: the heir, else the longest-standing other Owner, else the longest-standing Admin, else nobody. `candidates`
 * are the active members who can act, longest-standing first; Owners on their way out still own, and come last.
 */
export function pickSuccessor(candidates: readonly Candidate[]): { how: Succession; accountId: string | null } {
  const heir = candidates.find(({ isHeir }) => isHeir);
  if (heir) return { how: "HEIR", accountId: heir.accountId };
  const owner = candidates.find(({ role }) => role === "OWNER");
  if (owner) return { how: "OWNER", accountId: owner.accountId };
  const admin = candidates.find(({ role }) => role === "ADMIN");
  return admin ? { how: "ADMIN", accountId: admin.accountId } : { how: "NOBODY", accountId: null };
}
