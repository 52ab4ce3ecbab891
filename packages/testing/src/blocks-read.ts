import type { TestSystem } from "./test-system.ts";

const OTHERS = 20_000;

/**
 * How many blocks of tables and indexes a statement reads as the app's own role, behind the wall, where twenty thousand
 * other tenants of one member each stand beside. Nothing of it stays.
 */
export async function blocksRead(system: TestSystem, select: string, values: unknown[]): Promise<number> {
  const client = await system.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(`INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
      SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'OWNER', now() FROM generate_series(1, ${OTHERS})`);
    await client.query("ANALYZE");
    await client.query("SET LOCAL ROLE pronaflow_app");
    // The first run also reads the catalogue.
    await client.query(select, values);
    const { rows } = await client.query<{ "QUERY PLAN": { Plan: { "Shared Hit Blocks": number } }[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${select}`,
      values,
    );
    return rows[0]?.["QUERY PLAN"][0]?.Plan["Shared Hit Blocks"] ?? 0;
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
