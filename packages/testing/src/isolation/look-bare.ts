import type { Model, Space } from "./model.ts";
import { placeOf } from "./model.ts";
import type { World } from "./world.ts";
import { personOf } from "./world.ts";

/** Tables of which the scope alone is seen, and those of which one's own lines are seen beside. */
const IN_SCOPE = ["workspace_settings", "workspace_billing", "workspace_logo", "workspace_export", "invitation"];
const AUDIT = ["audit_entry", "audit_detail"];
const OWN_BESIDE = ["workspace", "membership", "workspace_policy", "ownership_transfer"];
const TOUCHED = ["workspace_settings", "workspace_billing", "invitation", "membership", "ownership_transfer"];

/** Reads every table of tenants with no filter at all, as the app's role in one person's scope, and says whose rows came. */
export async function lookBare(model: Model, world: World, person: number, space: Space): Promise<string[]> {
  const strangers: string[] = [];
  const scope = placeOf(space, person) ? space.id : null;
  const { db } = world.services;
  const account = personOf(world, person).id;
  const own = model.spaces.filter((one) => one.members.get(person)?.isActive).map(({ id }) => id);
  const client = await db.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.account_id', $1, true), set_config('app.workspace_id', $2, true)", [
      account,
      scope ?? "",
    ]);
    for (const table of [...IN_SCOPE, ...AUDIT, ...OWN_BESIDE]) {
      const key = table === "workspace" ? "id" : "workspace_id";
      const rows = await client.query(`SELECT to_jsonb(t) AS row FROM ${table} t`);
      for (const { row } of rows.rows) {
        const isOwnLine = table === "membership" ? row.account_id === account : own.includes(row[key]);
        const isOffered = table === "ownership_transfer" && row.to_account_id === account;
        const isBeside = OWN_BESIDE.includes(table) && table !== "ownership_transfer" && isOwnLine;
        if (row[key] !== scope && !isBeside && !isOffered) strangers.push(`${table} of ${row[key]}`);
      }
    }
    for (const table of TOUCHED) {
      const touched = await client.query(`UPDATE ${table} SET workspace_id = workspace_id RETURNING workspace_id`);
      for (const row of touched.rows)
        if (row.workspace_id !== scope) strangers.push(`wrote ${table} of ${row.workspace_id}`);
    }
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
  return strangers;
}
