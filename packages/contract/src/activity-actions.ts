import { ATTEMPT_KINDS } from "./attempt-kinds.ts";
import type { AuditAction } from "./audit-actions.ts";
import { AUDIT_ACTIONS } from "./audit-actions.ts";

/** Nouns whose acts are the system's or a workspace's: they have pages of their own. */
const ELSEWHERE = [
  "system",
  "workspace",
  "incident",
  "policy",
  "settings",
  "branding",
  "logo",
  "billing",
  "member",
  "invitation",
  "ownership",
  "heir",
  "permission",
  "access_log",
] as const;

/** An act of the audit that one's own activity can show. A new one belongs to it unless its noun is named above. */
export type OwnAction = Exclude<AuditAction, `${(typeof ELSEWHERE)[number]}.${string}`>;

export const OWN_ACTIONS: readonly OwnAction[] = AUDIT_ACTIONS.filter(isOwn);

/** `attempt.<kind>` is a try that failed. */
export const ACTIVITY_ACTIONS = [...OWN_ACTIONS, ...ATTEMPT_KINDS.map((kind) => `attempt.${kind}` as const)];
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number];

function isOwn(action: AuditAction): action is OwnAction {
  return !ELSEWHERE.some((noun) => action.startsWith(`${noun}.`));
}
