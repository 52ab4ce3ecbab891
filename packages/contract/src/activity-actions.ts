import { ATTEMPT_KINDS } from "./attempt-kinds.ts";
import type { AuditAction } from "./audit-actions.ts";
import { AUDIT_ACTIONS } from "./audit-actions.ts";

/** Nouns whose acts are a workspace's: its access log shows them. */
const OF_A_WORKSPACE = [
  "workspace",
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

/** Nouns whose acts are the system's: they have pages of their own. */
const ELSEWHERE = [...OF_A_WORKSPACE, "system", "incident"] as const;

/** An act that a workspace's access log can show. */
export type WorkspaceAction = Extract<AuditAction, `${(typeof OF_A_WORKSPACE)[number]}.${string}`>;

export const WORKSPACE_ACTIONS: readonly WorkspaceAction[] = AUDIT_ACTIONS.filter(isOfAWorkspace);

/** An act of the audit that one's own activity can show. A new one belongs to it unless its noun is named above. */
export type OwnAction = Exclude<AuditAction, `${(typeof ELSEWHERE)[number]}.${string}`>;

export const OWN_ACTIONS: readonly OwnAction[] = AUDIT_ACTIONS.filter(isOwn);

/** `attempt.<kind>` is a try that failed. */
export const ACTIVITY_ACTIONS = [...OWN_ACTIONS, ...ATTEMPT_KINDS.map((kind) => `attempt.${kind}` as const)];
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number];

function isOfAWorkspace(action: AuditAction): action is WorkspaceAction {
  return OF_A_WORKSPACE.some((noun) => action.startsWith(`${noun}.`));
}

function isOwn(action: AuditAction): action is OwnAction {
  return !ELSEWHERE.some((noun) => action.startsWith(`${noun}.`));
}
