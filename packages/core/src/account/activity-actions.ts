import type { OwnAction } from "@pronaflow/contract";
import { OWN_ACTIONS } from "@pronaflow/contract";
import type { ActivityFilter } from "@pronaflow/contract/inputs/account";

/** What of one's own audit a filter shows. */
export function activityActions(filter: ActivityFilter): OwnAction[] {
  return OWN_ACTIONS.filter((action) => filter === "all" || filter === kindOf(action));
}

const PROFILE =
  /^(account\.(registered|avatar|email_verified|verification|pending|profile|expired|deletion|deleted)|export\.)/;

function kindOf(action: OwnAction): Exclude<ActivityFilter, "all"> {
  if (/^sessions?\./.test(action)) return "sign_ins";
  return PROFILE.test(action) ? "account" : "security";
}
