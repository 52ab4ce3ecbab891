import type { InvariantId } from "./rules.ts";
import { INVARIANTS } from "./rules.ts";

/** Runs one query and returns its rows; a pool or a client of `pg` does, logged in as the tables' owner. */
export interface OwnerConnection {
  query(sql: string): Promise<{ rows: { found: string }[] }>;
}

export interface InvariantFinding {
  id: InvariantId;
  title: string;
  isHeld: boolean;
  /** What breaks it, a line each: kinds and ids, never a secret. */
  offenders: string[];
}

/** Asks a database for everything that breaks an invariant, one read-only query each. `at`: when sessions are judged; null: now. */
export async function checkInvariants(owner: OwnerConnection, at: Date | null = null): Promise<InvariantFinding[]> {
  const now = at ? `'${at.toISOString()}'::timestamptz` : "now()";
  const findings: InvariantFinding[] = [];
  for (const { id, title, sql } of INVARIANTS) {
    const { rows } = await owner.query(sql.replaceAll("$NOW", now));
    findings.push({ id, title, isHeld: rows.length === 0, offenders: rows.map(({ found }) => found) });
  }
  return findings;
}
