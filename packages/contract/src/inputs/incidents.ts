import * as z from "zod";
import { Reason } from "./workspaces.ts";

export const INCIDENT_STATES = ["OPEN", "ACKNOWLEDGED", "RESOLVED"] as const;
/** Weakest first. */
export const INCIDENT_SEVERITIES = ["LOW", "MEDIUM", "HIGH"] as const;
export const INCIDENT_KINDS = [
  "reported_by_owner",
  "impossible_travel",
  "new_country",
  "new_device",
  "address_spraying",
  "failures_across_accounts",
  "factor_guessing",
  "passkey_copied",
  "email_change_undone",
  "deletion_postponed",
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

const IncidentId = z.uuid("INVALID");

export const ListIncidentsInput = z.strictObject({
  state: z.enum(INCIDENT_STATES).optional(),
  severity: z.enum(INCIDENT_SEVERITIES).optional(),
  kind: z.enum(INCIDENT_KINDS).optional(),
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});
export const IncidentInput = z.strictObject({ id: IncidentId });
export const SettleIncidentInput = z.strictObject({ id: IncidentId, reason: Reason });

/** What the worker found in the ledger of attempts. */
export const RaiseIncidentInput = z.strictObject({
  kind: z.enum(INCIDENT_KINDS),
  severity: z.enum(INCIDENT_SEVERITIES),
  accountId: z.uuid("INVALID").nullable(),
  sameAs: z.string().max(300, "INVALID"),
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  seenAt: z.date(),
  reason: Reason,
});
