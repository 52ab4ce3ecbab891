import type { Invariant } from "./invariants.ts";
import { invariants } from "./invariants.ts";

/** Runs one query and returns its rows; a pool or a client of `pg` does. */
export type Asked = { query: (sql: string) => Promise<{ rows: { found: string }[] }> };

export type Finding = { invariant: Invariant; found: string[] };

/** Asks a database, as the owner of its tables, for everything that breaks an invariant. */
export async function askInvariants(owner: Asked): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of invariants) {
    const { rows } = await owner.query(invariant.sql);
    findings.push({ invariant, found: rows.map(({ found }) => found) });
  }
  return findings;
}
