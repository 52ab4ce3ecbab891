import type { IncidentKind } from "@pronaflow/contract/inputs/incidents";
import type { IncidentSeverity, Tx } from "@pronaflow/db";
import type { Fields } from "../kernel/audit.ts";
import type { RequestContext } from "../kernel/context.ts";

export interface FoundIncident {
  kind: IncidentKind;
  severity: IncidentSeverity;
  /** Whose account; null where many are touched. */
  accountId: string | null;
  /** What would make the same thing again. */
  sameAs: string;
  /** Named facts: never a secret, never a password, not even a wrong one. */
  evidence: Fields;
  /** When it was last seen, where it is found afterwards: finding the same thing again then changes nothing. */
  seenAt?: Date;
}

/**
 * Opens an incident, or counts on the open one of the same thing, with its newest evidence; one statement, so that twenty
 * at once open one. Answers whether there is anything new: not where the same sight was counted, or closed, before.
 */
export async function openIncident(
  tx: Tx,
  ctx: RequestContext,
  found: FoundIncident,
): Promise<{ id: string; isNew: boolean } | null> {
  const { random, clock } = ctx.services;
  const at = found.seenAt ?? clock.now();
  const id = random.uuid();
  const isLate = found.seenAt !== undefined;
  const evidence = JSON.stringify(found.evidence);
  const [row] = await tx.$queryRaw<{ id: string }[]>`INSERT INTO incident AS i (id, kind, severity, account_id, same_as,
      evidence, opened_at, last_at)
    SELECT ${id}::uuid, ${found.kind}, ${found.severity}::"IncidentSeverity", ${found.accountId}::uuid, ${found.sameAs},
      ${evidence}, ${at}::timestamptz, ${at}::timestamptz
    WHERE NOT ${isLate} OR NOT EXISTS (SELECT 1 FROM incident closed WHERE closed.same_as = ${found.sameAs}
      AND closed.state = 'RESOLVED' AND closed.last_at >= ${at}::timestamptz)
    ON CONFLICT (same_as) WHERE state <> 'RESOLVED' DO UPDATE SET occurrences = i.occurrences + 1,
      evidence = excluded.evidence, severity = greatest(i.severity, excluded.severity),
      last_at = greatest(i.last_at, excluded.last_at)
    WHERE NOT ${isLate} OR i.last_at < excluded.last_at
    RETURNING i.id::text AS id`;
  return row ? { id: row.id, isNew: row.id === id } : null;
}
