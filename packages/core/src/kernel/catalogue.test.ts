import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

/** Tables that hold a tenant's rows, and the column that says whose. A new table fails until it stands in a list. */
const TENANT: Record<string, string> = {
  workspace: "id",
  workspace_slug: "workspace_id",
  membership: "workspace_id",
  workspace_settings: "workspace_id",
  workspace_tombstone: "workspace_id",
  invitation: "workspace_id",
  ownership_transfer: "workspace_id",
  workspace_logo: "workspace_id",
  workspace_billing: "workspace_id",
  workspace_policy: "workspace_id",
  workspace_export: "workspace_id",
  audit_entry: "workspace_id",
  audit_detail: "workspace_id",
};

/** Tables beside the tenants, and why each holds nothing of one. */
const NOT_TENANT: Record<string, string> = {
  account: "people, who may be in many workspaces",
  session: "an account's",
  one_time_token: "an account's",
  password_history: "an account's",
  totp_factor: "an account's",
  backup_code: "an account's",
  passkey: "an account's",
  passkey_ceremony: "an account's",
  sign_in_challenge: "an account's",
  credential_guard: "an account's",
  known_device: "an account's",
  linked_identity: "an account's",
  provider_flow: "an account's",
  incident: "the system's, about accounts",
  security_notice: "an account's",
  personal_access_token: "an account's; the workspace it is bound to holds nothing of the token",
  email_change: "an account's",
  data_export: "an account's",
  account_avatar: "an account's",
  idempotency_key: "an account's: what its own calls answered",
  auth_attempt: "tries at proving who one is, before any scope",
  rate_limit: "digests and times",
  mail_outbox: "sealed; the app may add to it and read nothing",
  audit_head: "the last hash of each chain; the app has no right on it",
  _prisma_migrations: "which migrations were applied",
};

const AUDIT = ["audit_entry", "audit_detail", "audit_head"];
const ROLES = ["pronaflow_app", "pronaflow_admin"];

async function ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await system.owner.query(sql, values)).rows as Row[];
}

test("every table of the product stands in one of the two lists", async () => {
  const tables = await ask<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
  );
  const decided = [...Object.keys(TENANT), ...Object.keys(NOT_TENANT)];
  expect(tables.map(({ name }) => name).sort()).toEqual(decided.sort());
});

test("every table with a workspace_id is a tenant's", async () => {
  const tables = await ask<{ name: string }>(
    `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'workspace_id'`,
  );
  expect(Object.keys(TENANT)).toEqual(expect.arrayContaining(tables.map(({ name }) => name)));
});

test.each(Object.keys(TENANT))("%s has row-level security, enabled and forced", async (table) => {
  expect(
    await ask("SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = $1::regclass", [table]),
  ).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }]);
});

test.each(Object.keys(TENANT).flatMap((table) => ROLES.map((role) => [table, role] as const)))(
  "%s has a policy for every right that %s holds on it",
  async (table, role) => {
    const [granted] = await ask<Record<string, boolean>>(
      `SELECT has_table_privilege($2, $1, 'SELECT') AS "SELECT", has_table_privilege($2, $1, 'INSERT') AS "INSERT",
         has_table_privilege($2, $1, 'UPDATE') AS "UPDATE", has_table_privilege($2, $1, 'DELETE') AS "DELETE"`,
      [table, role],
    );
    const policies = await ask<{ cmd: string }>(
      "SELECT cmd FROM pg_policies WHERE schemaname = 'public' AND tablename = $1 AND $2 = ANY(roles)",
      [table, role],
    );
    const covered = policies.map(({ cmd }) => cmd);
    for (const [right, isGranted] of Object.entries(granted ?? {})) {
      const isCovered = covered.includes("ALL") || covered.includes(right);
      expect(isCovered, `${right} on ${table} by ${role}`).toBe(isGranted || isCovered);
    }
    expect(Object.values(granted ?? {}).includes(true) || covered.length === 0).toBe(true);
  },
);

test("no policy is for everyone", async () => {
  expect(await ask("SELECT tablename FROM pg_policies WHERE 'public' = ANY(roles)")).toEqual([]);
});

test.each(Object.entries(TENANT))("%s has an index led by %s", async (table, column) => {
  const leading = await ask<{ column: string }>(
    `SELECT a.attname AS column FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = $1::regclass AND i.indisvalid AND i.indpred IS NULL`,
    [table],
  );
  expect(leading.map((row) => row.column)).toContain(column);
});

test("the audit is read by both roles and written, emptied or referred to by neither", async () => {
  const grants = await ask<{ grantee: string; table_name: string; privilege_type: string }>(
    `SELECT grantee, table_name, privilege_type FROM information_schema.table_privileges
     WHERE table_schema = 'public' AND table_name = ANY($1) AND grantee = ANY($2) ORDER BY 1, 2`,
    [AUDIT, [...ROLES, "PUBLIC"]],
  );
  expect(grants.map((row) => `${row.grantee} ${row.table_name} ${row.privilege_type}`)).toEqual([
    "pronaflow_admin audit_detail SELECT",
    "pronaflow_admin audit_entry SELECT",
    "pronaflow_admin audit_head SELECT",
    "pronaflow_app audit_detail SELECT",
    "pronaflow_app audit_entry SELECT",
  ]);
});

test("the app's role deletes only what is its own to forget, and neither role empties or refers to a table", async () => {
  const grants = await ask<{ grantee: string; table_name: string; privilege_type: string }>(
    `SELECT grantee, table_name, privilege_type FROM information_schema.table_privileges
     WHERE table_schema = 'public' AND grantee = ANY($1)`,
    [[...ROLES, "PUBLIC"]],
  );
  const deletable = grants.filter((row) => row.grantee === "pronaflow_app" && row.privilege_type === "DELETE");
  expect(deletable.map((row) => row.table_name).sort()).toEqual([
    "account_avatar",
    "backup_code",
    "credential_guard",
    "data_export",
    "idempotency_key",
    "known_device",
    "linked_identity",
    "membership",
    "one_time_token",
    "passkey",
    "passkey_ceremony",
    "password_history",
    "provider_flow",
    "rate_limit",
    "security_notice",
    "session",
    "sign_in_challenge",
    "totp_factor",
    "workspace_logo",
  ]);
  const kinds = new Set(grants.map((row) => row.privilege_type));
  expect([...kinds].sort()).toEqual(["DELETE", "INSERT", "SELECT", "UPDATE"]);
  expect(grants.filter((row) => row.grantee === "PUBLIC")).toEqual([]);
});

test("functions that run as their owner have a pinned search path and are not for everyone", async () => {
  const functions = await ask<{ name: string; config: string[] | null; open: boolean }>(
    `SELECT p.proname AS name, p.proconfig AS config, has_function_privilege('public', p.oid, 'EXECUTE') AS open
     FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`,
  );
  expect(functions.map(({ name }) => name)).toEqual([
    "audit_append",
    "erase_account_detail",
    "invitation_place",
    "own_activity",
    "own_workspace_marks",
    "require_active_owner",
    "require_superadmin",
    "system_workspace_page",
    "workspace_impact",
  ]);
  for (const { name, config, open } of functions) {
    expect(config, name).toEqual(["search_path=pg_catalog, pg_temp"]);
    expect(open, name).toBe(false);
  }
});

test.each(ROLES)("%s bypasses nothing, makes nothing, owns nothing and is a member of nothing", async (role) => {
  const [found] = await ask(
    `SELECT r.rolsuper, r.rolbypassrls, r.rolcreatedb, r.rolcreaterole, r.rolreplication,
       has_schema_privilege(r.oid, 'public', 'CREATE') AS creates_tables,
       has_database_privilege(r.oid, current_database(), 'CREATE') AS creates_schemas,
       EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) OR EXISTS (SELECT FROM pg_proc p WHERE p.proowner = r.oid)
         AS owns, EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS is_member
     FROM pg_roles r WHERE r.rolname = $1`,
    [role],
  );
  expect(found).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    creates_tables: false,
    creates_schemas: false,
    owns: false,
    is_member: false,
  });
});
