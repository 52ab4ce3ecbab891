import type { WorkspacePolicy } from "@pronaflow/contract/outputs/settings";

export interface PolicyRow {
  mfa_required_from: Date | null;
  session_max_minutes: number | null;
  invitation_domains: string[];
}

/** What holds where nothing was ever asked for: no row. */
const NO_POLICY: PolicyRow = { mfa_required_from: null, session_max_minutes: null, invitation_domains: [] };

export function toPolicy(row: PolicyRow = NO_POLICY): WorkspacePolicy {
  return {
    mfaRequiredFrom: row.mfa_required_from?.toISOString() ?? null,
    sessionMaxMinutes: row.session_max_minutes,
    invitationDomains: row.invitation_domains,
  };
}
