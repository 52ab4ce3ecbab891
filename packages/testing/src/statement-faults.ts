import { expect } from "vitest";
import type { TestSystem } from "./test-system.ts";

/** Prepares a world of its own and answers with the act to break. */
export type Arrange = () => Promise<() => Promise<unknown>>;

interface Fault {
  /** At which statement of the act's transactions. */
  at: number;
  /** Whether the server has carried it out by then. */
  when: "before" | "after";
}

interface Ended {
  code: string | null;
  growth: Record<string, number>;
  isUnchanged: boolean;
  statements: number;
  isMet: boolean;
}

// Written on connections of their own, before or after the transaction; what they say outlives its end on purpose.
const APART = ["auth_attempt", "rate_limit", "_prisma_migrations"];

/** Cuts the line to the database at a chosen statement (spec F24). Make it before the system is first used. */
export class StatementFaults {
  readonly #system: TestSystem;
  #fault: Fault | null = null;
  #sent = 0;
  #isMet = false;

  constructor(system: TestSystem) {
    this.#system = system;
    for (const { pool } of [system.web.db, system.admin.db]) {
      pool.on("connect", (client: { query: unknown }) => this.#break(client));
    }
  }

  /**
   * Does the act once whole, then in a new world each with each of its statements failing, before and after: all of it
   * or nothing may be there. `audits`: how many rows the whole act records; `apart`: tables that it writes besides.
   */
  async proveAllOrNothing(arrange: Arrange, { audits = 1, apart = [] }: { audits?: number; apart?: string[] } = {}) {
    const tables = await this.#tables(apart);
    const whole = await this.#once(tables, arrange, null);
    expect(whole.code).toBeNull();
    expect(whole.isUnchanged).toBe(false);
    expect(whole.growth.audit_entry).toBe(audits);
    for (const when of ["before", "after"] as const) {
      for (let at = 0; at < whole.statements; at++) {
        const { code, growth, isUnchanged, isMet } = await this.#once(tables, arrange, { at, when });
        const place = `${when} statement ${at + 1} of ${whole.statements}`;
        expect({ isMet, code }, place).toEqual({ isMet: true, code: "UNAVAILABLE" });
        // Only the last, the commit, can have been carried out before the line fell: then all of it is there.
        const last = `after statement ${whole.statements} of ${whole.statements}`;
        if (!isUnchanged) expect({ place, growth }).toEqual({ place: last, growth: whole.growth });
      }
    }
    expect((await this.#once(tables, arrange, null)).growth).toEqual(whole.growth);
  }

  /** Transactions await each statement; the prepared reads beside them take a callback and are let through. */
  #break(client: { query: unknown }): void {
    const query = client.query as (...given: unknown[]) => unknown;
    client.query = async (...given: unknown[]) => {
      if (given.some((part) => typeof part === "function")) return Reflect.apply(query, client, given);
      const isHere = this.#fault?.at === this.#sent++;
      this.#isMet ||= isHere;
      if (isHere && this.#fault?.when === "before") throw new Error("Connection terminated unexpectedly");
      const answer = await Reflect.apply(query, client, given);
      if (isHere) throw new Error("Connection terminated unexpectedly");
      return answer;
    };
  }

  async #once(tables: string[], arrange: Arrange, fault: Fault | null): Promise<Ended> {
    // Limits count by the hour, and a proof is ten minutes old at most.
    this.#system.clock.advance({ hours: 1 });
    const act = await arrange();
    const before = await this.#stored(tables);
    [this.#sent, this.#isMet, this.#fault] = [0, false, fault];
    const code = await act().then(
      () => null,
      (error: { code?: string }) => error.code ?? String(error),
    );
    this.#fault = null;
    const [statements, isMet, after] = [this.#sent, this.#isMet, await this.#stored(tables)];
    const growth = tables.map((table) => [table, (after.counts[table] ?? 0) - (before.counts[table] ?? 0)]);
    const isUnchanged = after.digest === before.digest;
    return { code, growth: Object.fromEntries(growth), isUnchanged, statements, isMet };
  }

  async #tables(apart: string[]): Promise<string[]> {
    const { rows } = await this.#system.owner.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    );
    return rows.map(({ name }) => name).filter((name) => ![...APART, ...apart].includes(name));
  }

  async #stored(tables: string[]) {
    // A row that was written anew is another version, by another transaction: nothing of it has to be read to see that.
    const parts = tables.map(
      (table) => `(SELECT jsonb_build_object('count', count(*), 'versions',
        coalesce(sum(hashtextextended(t.ctid::text || t.xmin::text, 0)), 0)::text) FROM ${table} t) AS ${table}`,
    );
    const { rows } = await this.#system.owner.query(`SELECT ${parts.join(", ")}`);
    // The chains' heads are compared too, but not counted: an act may begin a chain or follow one.
    const { audit_head: _head, ...rest } = rows[0] as Record<string, { count: number }>;
    const counts = Object.fromEntries(Object.entries(rest).map(([table, { count }]) => [table, count]));
    return { digest: JSON.stringify(rows[0]), counts };
  }
}
