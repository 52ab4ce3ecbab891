import type { Tx } from "@pronaflow/db";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { asUser, inWorkspace, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { updateWorkspace } from "../workspaces/index.ts";
import type { Wall } from "./transaction.ts";
import { transact } from "./transaction.ts";

// The second wall alone: raw SQL with no filter at all, as the app's role, in a transaction of another scope.
let system: TestSystem;
let ana: TestAccount;
let both: TestAccount;
let mine: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "1", DATABASE_ACQUIRE_TIMEOUT_MS: "3000" });
  ana = await makeAccount(system);
  both = await makeAccount(system);
  const bo = await makeAccount(system);
  mine = await makeWorkspace(system, ana, [{ account: both, role: "ADMIN" }]);
  theirs = await makeWorkspace(system, bo, [{ account: both, role: "ADMIN" }]);
  for (const [account, { id }] of [[ana, mine] as const, [bo, theirs] as const]) {
    await updateWorkspace(await inWorkspace(await asUser(system, account), id), { id, description: "Told." });
    await system.owner.query(
      "INSERT INTO workspace_tombstone (workspace_id, deleted_at, started_at, counts) VALUES ($1, now(), now(), '{}')",
      [id],
    );
  }
});
afterAll(() => system.close());

/** Every table that holds a tenant's rows, with the column that says whose. */
const TABLES = [
  ["workspace", "id"],
  ["membership", "workspace_id"],
  ["workspace_settings", "workspace_id"],
  ["workspace_tombstone", "workspace_id"],
  ["audit_entry", "workspace_id"],
  ["audit_detail", "workspace_id"],
] as const;

const scopeOfMine = (): Wall => ({ workspaceId: mine.id, accountId: ana.id });
const run = (wall: Wall, sql: string, ...values: unknown[]) =>
  transact(system.web, wall, (tx) => tx.$executeRawUnsafe(sql, ...values));
const rows = async (tx: Tx, sql: string, ...values: unknown[]) =>
  await tx.$queryRawUnsafe<Record<string, unknown>[]>(sql, ...values);
const behind = (wall: Wall, sql: string, ...values: unknown[]) =>
  transact(system.web, wall, (tx) => rows(tx, sql, ...values));

test.each(TABLES)("without a scope %s shows nothing, to the app's role and to the console's", async (table, key) => {
  const { rowCount } = await system.owner.query(`SELECT 1 FROM ${table} WHERE ${key} = ANY($1)`, [
    [mine.id, theirs.id],
  ]);
  expect(rowCount).toBeGreaterThanOrEqual(2);
  for (const { db } of [system.web, system.admin]) {
    const seen = await db.pool.query(`SELECT 1 FROM ${table}`).then(
      (answer) => answer.rowCount,
      (error) => error.code,
    );
    // Nothing at all is granted to the app on the tombstones.
    expect(seen).toBe(table === "workspace_tombstone" && db === system.web.db ? "42501" : 0);
  }
});

test.each(TABLES)("the console's scope shows %s of all, to the console's role alone", async (table) => {
  const sql = `SELECT 1 FROM ${table}`;
  const all = await transact(system.admin, { system: true }, (tx) => rows(tx, sql));
  expect(all).toHaveLength((await system.owner.query(sql)).rowCount ?? -1);
  const seen = await behind({ system: true }, sql).catch((error: unknown) => String(error));
  expect(seen).toEqual(table === "workspace_tombstone" ? expect.stringContaining("permission denied") : []);
});

test.each(TABLES.filter(([table]) => table !== "workspace_tombstone"))(
  "in one scope a select without a filter shows only its own rows of %s",
  async (table, key) => {
    const seen = await behind(scopeOfMine(), `SELECT ${key}::text AS owner FROM ${table}`);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map((row) => row.owner))).toEqual(new Set([mine.id]));
    expect(await behind(scopeOfMine(), `SELECT 1 FROM ${table} WHERE ${key} = $1::uuid`, theirs.id)).toEqual([]);
  },
);

test.each([
  ["workspace", "UPDATE workspace SET name = 'Taken' WHERE id = $1::uuid"],
  ["workspace, locked", "SELECT 1 FROM workspace WHERE id = $1::uuid FOR UPDATE"],
  ["workspace, deleted", "UPDATE workspace SET deleted_at = now(), final_at = now() WHERE id = $1::uuid"],
  ["membership", "UPDATE membership SET role = 'GUEST' WHERE workspace_id = $1::uuid"],
  ["settings", "UPDATE workspace_settings SET locale = 'vi' WHERE workspace_id = $1::uuid"],
  ["address", "UPDATE workspace_slug SET slug = 'taken' WHERE workspace_id = $1::uuid"],
])("in one scope an update of another's %s meets no row, for a member of both too", async (_what, sql) => {
  expect(await run(scopeOfMine(), sql, theirs.id)).toBe(0);
  expect(await run({ workspaceId: mine.id, accountId: both.id }, sql, theirs.id)).toBe(0);
  expect(await run({}, sql, theirs.id)).toBe(0);
});

test.each([
  ["a member into another's", "INSERT INTO membership VALUES ($1::uuid, $2::uuid, gen_random_uuid(), 'OWNER')"],
  ["a member moved to another's", "UPDATE membership SET workspace_id = $1::uuid WHERE account_id = $2::uuid"],
  ["settings moved to another's", "UPDATE workspace_settings SET workspace_id = $1::uuid WHERE $2 <> ''"],
  [
    "a workspace out of scope",
    "INSERT INTO workspace (id, name, slug, created_by, created_at, updated_at) VALUES (gen_random_uuid(), 'New', $1, $2::uuid, now(), now())",
  ],
  ["an address for another's", "INSERT INTO workspace_slug VALUES ('new', 'new', $1::uuid, now())"],
  ["an address given to another's", "UPDATE workspace_slug SET workspace_id = $1::uuid"],
])("in one scope nothing is written into another: %s", async (_what, sql) => {
  const values = sql.includes("$2") ? [theirs.id, ana.id] : [theirs.id];
  const statement = sql.replace("INTO membership VALUES", MEMBERSHIP).replace("'OWNER')", "'OWNER', now())");
  await expect(run(scopeOfMine(), statement, ...values)).rejects.toThrow(/row-level security/);
});

const MEMBERSHIP = "INTO membership (workspace_id, account_id, id, role, joined_at) VALUES";

test("the app's role takes members out of its own scope alone, and never all at once", async () => {
  expect(await run(scopeOfMine(), "DELETE FROM membership WHERE workspace_id = $1::uuid", theirs.id)).toBe(0);
  expect(await run({}, "DELETE FROM membership WHERE workspace_id = $1::uuid", theirs.id)).toBe(0);
  await expect(run(scopeOfMine(), "TRUNCATE membership")).rejects.toThrow(/permission denied/);
});

test.each(["workspace", "workspace_settings", "workspace_slug", "audit_entry", "audit_detail"])(
  "the app's role deletes nothing from %s, its own scope included, and does not empty it",
  async (table) => {
    await expect(run(scopeOfMine(), `DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    await expect(run(scopeOfMine(), `TRUNCATE ${table}`)).rejects.toThrow(/permission denied/);
  },
);

test.each(["audit_entry", "audit_detail", "audit_head"])("neither role writes to %s but by the pen", async (table) => {
  for (const [services, wall] of [
    [system.web, scopeOfMine()],
    [system.admin, { system: true }],
  ] as const) {
    for (const sql of [`INSERT INTO ${table} DEFAULT VALUES`, `UPDATE ${table} SET id = id`, `DELETE FROM ${table}`]) {
      const write = transact(services, wall, (tx) => tx.$executeRawUnsafe(sql.replace("id = id", COLUMN[table] ?? "")));
      await expect(write).rejects.toThrow(/permission denied/);
    }
  }
});

const COLUMN: Record<string, string> = {
  audit_entry: "action = ''",
  audit_detail: "detail = ''",
  audit_head: "seq = 0",
};

test("the pen writes for no workspace but the scope's, and no count leaves another", async () => {
  const append = `SELECT audit_append(gen_random_uuid(), now(), 'workspace.updated', 'ACCOUNT', NULL, NULL, 't',
    $1::uuid, 'r', '\\x00', '{}')::text`;
  await expect(behind(scopeOfMine(), append, theirs.id)).rejects.toThrow(/outside the scope/);
  await expect(behind({}, append, theirs.id)).rejects.toThrow(/outside the scope/);
  await expect(behind({ system: true }, append, theirs.id)).rejects.toThrow(/outside the scope/);
  const impact = "SELECT members FROM workspace_impact($1::uuid)";
  await expect(behind(scopeOfMine(), impact, theirs.id)).rejects.toThrow(/outside the scope/);
  expect(await behind(scopeOfMine(), impact, mine.id)).toEqual([{ members: 2 }]);
});

test("a member of two reads the other's line for their own list, and nothing more of it", async () => {
  const wall = { workspaceId: mine.id, accountId: both.id };
  expect(await behind(wall, "SELECT id FROM workspace")).toHaveLength(2);
  const others = await behind(wall, "SELECT account_id::text FROM membership WHERE workspace_id = $1::uuid", theirs.id);
  expect(others).toEqual([{ account_id: both.id }]);
  for (const table of ["workspace_settings", "audit_entry", "audit_detail"]) {
    expect(await behind(wall, `SELECT 1 FROM ${table} WHERE workspace_id = $1::uuid`, theirs.id)).toEqual([]);
  }
});

test("a pooled connection carries no scope over: not after a commit, a rollback, or a prepared read", async () => {
  const { db } = system.web;
  // The pool has one connection: whoever comes next gets the one that was just used.
  const left = async () => {
    const { rows: found } = await db.pool.query(
      `SELECT coalesce(current_setting('app.workspace_id', true), '') AS workspace,
         coalesce(current_setting('app.account_id', true), '') AS account,
         coalesce(current_setting('app.system_scope', true), '') AS scope,
         (SELECT count(*)::int FROM workspace) AS workspaces, (SELECT count(*)::int FROM membership) AS members`,
    );
    return found[0];
  };
  const nothing = { workspace: "", account: "", scope: "", workspaces: 0, members: 0 };
  const wall = { ...scopeOfMine(), system: true };
  await run(wall, "SELECT 1");
  expect(await left()).toEqual(nothing);
  await expect(run(wall, "SELECT 1 / 0")).rejects.toThrow();
  expect(await left()).toEqual(nothing);
  await db.hot("walls_own", "SELECT * FROM own_workspaces($1)", [ana.id]);
  expect(await left()).toEqual(nothing);
  await db.hot("walls_standing", "SELECT * FROM workspace_standing($1, $2, NULL)", [ana.id, mine.id]);
  expect(await left()).toEqual(nothing);
  await db.hot("walls_detail", "SELECT * FROM workspace_detail($1, $2)", [ana.id, mine.id]);
  expect(await left()).toEqual(nothing);
  expect(await transact(system.web, {}, (tx) => rows(tx, "SELECT id FROM workspace"))).toEqual([]);
});
