import type { PoolClient } from "pg";
import type { TestSystem } from "./test-system.ts";

const OTHERS = 20_000;

/**
 * How many blocks of tables and indexes a statement reads as the app's own role, behind the wall, where twenty thousand
 * other tenants of one member each stand beside: the more of what it reads when planned for these values, and by the plan
 * for any value that a connection keeps from its sixth call on. Nothing of it stays.
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
    const planned = await readBy(client, "force_custom_plan", select, values);
    return Math.max(planned, await readBy(client, "force_generic_plan", select, values));
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

async function readBy(client: PoolClient, mode: string, select: string, values: unknown[]): Promise<number> {
  await client.query(`SET LOCAL plan_cache_mode = ${mode}`);
  // The first run also reads the catalogue.
  await client.query(select, values);
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: { "Shared Hit Blocks": number } }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${select}`,
    values,
  );
  return rows[0]?.["QUERY PLAN"][0]?.Plan["Shared Hit Blocks"] ?? 0;
}
