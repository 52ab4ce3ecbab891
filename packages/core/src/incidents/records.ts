import type { Incident } from "@pronaflow/contract/outputs/incidents";

export type IncidentRow = Pick<Incident, "id" | "kind" | "severity" | "state" | "occurrences"> & {
  opened_at: Date;
  last_at: Date;
  closed_at: Date | null;
  account_id: string | null;
  display_name: string | null;
  email: string | null;
};

/** An incident as the console lists it. */
export function toIncident(row: IncidentRow): Incident {
  const { id, kind, severity, state, occurrences, account_id: accountId, display_name: displayName, email } = row;
  return {
    ...{ id, kind, severity, state, occurrences },
    account: accountId && displayName && email ? { id: accountId, displayName, email } : null,
    openedAt: row.opened_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
