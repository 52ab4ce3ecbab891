import type { Tx } from "@pronaflow/db";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { inConsole, makeAccount, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transact } from "../kernel/transaction.ts";
import { listSystemWorkspaces } from "./index.ts";

let system: TestSystem;
let support: TestAccount;
const MANY = 20_000;

/** Twenty thousand workspaces of an owner each; one in four is a studio, one in fifty is deleted. */
beforeAll(async () => {
  system = await openTestSystem();
  support = await makeAccount(system, { systemRole: "SUPPORT" });
  const client = await system.owner.connect();
  await client.query("SET session_replication_role = replica");
  await client.query(
    `WITH people AS (INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status,
        email_verified_at, created_at, updated_at)
      SELECT gen_random_uuid(), 'owner-' || n || '@example.org', 'owner-' || n || '@example.org', 'owner-' || n,
        'owner-' || n, 'Owner ' || n, 'ACTIVE', now(), now(), now() FROM generate_series(1, $1::integer) n
      RETURNING id, split_part(username, '-', 2)::integer AS n),
    made AS (INSERT INTO workspace (id, name, slug, created_by, created_at, updated_at, deleted_at, final_at)
      SELECT gen_random_uuid(), CASE n WHEN 7 THEN 'Cà phê 北' WHEN 8 THEN 'A/B 50%_off' ELSE
          CASE WHEN n % 4 = 0 THEN 'Studio ' ELSE 'Tenant ' END || n END, 'place-' || n, id, now(), now(),
        CASE WHEN n % 50 = 0 THEN now() END, CASE WHEN n % 50 = 0 THEN now() + interval '30 days' END FROM people
      RETURNING id, created_by)
    INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
      SELECT id, created_by, gen_random_uuid(), 'OWNER', now() FROM made`,
    [MANY],
  );
  await client.query("VACUUM ANALYZE workspace, membership, account");
  client.release(true);
});
afterAll(() => system.close());

async function found(input: Parameters<typeof listSystemWorkspaces>[1]): Promise<string[]> {
  return (await listSystemWorkspaces(await inConsole(system, support), input)).items.map(({ name }) => name);
}

test.each([
  ["a part of the name, whatever its case", "ENANT 4321", ["Tenant 4321"]],
  ["one character of another script", "北", ["Cà phê 北"]],
  ["two characters with their marks", "À ", ["Cà phê 北"]],
  ["what LIKE would read as a pattern", "0%_O", ["A/B 50%_off"]],
  ["the beginning of the address", "PLACE-12345", ["Tenant 12345"]],
  ["the beginning of an owner's email", "owner-4444@", ["Studio 4444"]],
  ["a word that is nowhere, though each part of it is", "tenantstudio", []],
  ["the middle of an email", "wner-4444@", []],
])("finds by %s", async (_, q, names) => {
  expect(await found({ q })).toEqual(names);
});

test("what matches by name, address and owner at once is listed once, and pages go on without a gap", async () => {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listSystemWorkspaces(await inConsole(system, support), { q: "o", limit: 100, cursor });
    seen.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor || seen.length > 2_000) break;
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
  const { rows } = await system.owner.query<{ id: string }>("SELECT id FROM workspace ORDER BY id DESC LIMIT $1", [
    seen.length,
  ]);
  expect(seen).toEqual(rows.map(({ id }) => id));
});

/** How many rows of all tables the console's own role reads for the ids of a page, in its scope. */
async function rowsRead(state: string, sought: string | null, limit: number): Promise<number> {
  return await transact(system.admin, { system: true }, async (tx) => {
    const before = await readSoFar(tx);
    const page = "SELECT * FROM system_workspace_page($1, now() + interval '7 days', $2, $2 || '%', NULL, $3)";
    await tx.$queryRawUnsafe(page, state, sought, limit);
    return (await readSoFar(tx)) - before;
  });
}

/** What this connection has read and not reported yet. */
async function readSoFar(tx: Tx): Promise<number> {
  const [read] = await tx.$queryRaw<{ rows: number }[]>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::integer AS rows FROM pg_stat_xact_user_tables`;
  return read?.rows ?? expect.unreachable();
}

test.each([
  ["no word", "all", null],
  ["a rare word", "all", "tenant 4321"],
  ["a word that is nowhere", "all", "zebra"],
  ["a rare word, deleted", "deleted", "tenant 4321"],
  ["two characters that are nowhere", "all", "zq"],
  ["a word of most names", "all", "tenant"],
  ["a word of many names", "active", "studio"],
  ["the beginning of every address", "all", "place-"],
  ["the beginning of every owner's email", "all", "owner-"],
  ["one address", "all", "place-12345"],
  ["one owner's email", "all", "owner-4444@"],
])(
  "of twenty thousand, a page for %s reads a few rows, and one of a hundred not many more",
  async (_, state, sought) => {
    // The newest six pages, each with its owner, and what was found.
    expect(await rowsRead(state, sought, 26)).toBeLessThan(26 * 6 * 3 + 100);
    expect(await rowsRead(state, sought, 101)).toBeLessThan(101 * 6 * 3 + 100);
  },
);

test("the ids of a page are the console's, in its scope, and nobody else's", async () => {
  const page = "SELECT * FROM system_workspace_page('all', now(), NULL, NULL, NULL, 26)";
  for (const [services, wall] of [
    [system.web, {}],
    [system.web, { system: true }],
    [system.admin, {}],
    [system.admin, { accountId: support.id }],
  ] as const) {
    const asked = transact(services, wall, (tx) => tx.$queryRawUnsafe(page));
    await expect(asked).rejects.toThrow(/permission denied|only the console/);
  }
});
