import type { AuditAction } from "@pronaflow/contract";
import { AUDIT_ACTIONS } from "@pronaflow/contract";
import type { ActivityFilter } from "@pronaflow/contract/inputs/account";

/** What of one's own audit a filter shows. The system's and a workspace's acts have pages of their own. */
export function activityActions(filter: ActivityFilter): AuditAction[] {
  return AUDIT_ACTIONS.filter((action) => {
    const kind = kindOf(action);
    return kind !== null && (filter === "all" || filter === kind);
  });
}

const PROFILE =
  /^(account\.(registered|avatar|email_verified|verification|pending|profile|expired|deletion|deleted)|export\.)/;

const ELSEWHERE =
  /^(system|workspace|incident|policy|settings|branding|logo|billing|member|invitation|ownership|heir|permission)\./;

function kindOf(action: AuditAction): Exclude<ActivityFilter, "all"> | null {
  if (ELSEWHERE.test(action)) return null;
  if (/^sessions?\./.test(action)) return "sign_ins";
  return PROFILE.test(action) ? "account" : "security";
}
