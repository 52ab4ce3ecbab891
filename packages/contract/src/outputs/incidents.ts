import * as z from "zod";
import { INCIDENT_KINDS, INCIDENT_SEVERITIES, INCIDENT_STATES } from "../inputs/incidents.ts";
import { HistoryEntry } from "./workspaces.ts";

const Timestamp = z.string().meta({ format: "date-time" });

export const Incident = z.object({
  id: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  severity: z.enum(INCIDENT_SEVERITIES),
  state: z.enum(INCIDENT_STATES),
  /** Whose account; null where many are touched. */
  account: z.object({ id: z.string(), displayName: z.string(), email: z.string() }).nullable(),
  occurrences: z.number(),
  openedAt: Timestamp,
  lastAt: Timestamp,
  closedAt: Timestamp.nullable(),
});
export type Incident = z.infer<typeof Incident>;

export const IncidentPage = z.object({ items: z.array(Incident), nextCursor: z.string().nullable() });
export type IncidentPage = z.infer<typeof IncidentPage>;

export const IncidentDetail = Incident.extend({
  /** Named facts, never a secret. */
  evidence: z.record(z.string(), z.unknown()),
  history: z.array(HistoryEntry),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;

export const SettledIncident = z.object({ id: z.string(), state: z.enum(INCIDENT_STATES) });
