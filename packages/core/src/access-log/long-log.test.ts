import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let system: TestSystem;
let owner: TestAccount;
let space: TestWorkspace;

/** Twenty thousand entries with their details, by three people who did as much elsewhere; one act of them is rare. */
beforeAll(async () => {
  system = await openTestSystem();
  const people = [await makeAccount(system), await makeAccount(system), await makeAccount(system)];
  owner = people[0] ?? expect.unreachable();
  space = await makeWorkspace(system, owner);
  const elsewhere = await makeWorkspace(system, owner);
  for (const { id } of [space, elsewhere]) {
    await system.owner.query(
      `INSERT INTO audit_entry (id, chain, seq, at, action, actor_kind, actor_id, target, workspace_id, request_id,
          detail_digest, prev, hash)
        SELECT gen_random_uuid(), 'w:' || $1, n, now() - n * interval '1 minute',
          CASE WHEN n = 19000 THEN 'policy.updated' ELSE 'workspace.opened' END, 'ACCOUNT', ($2::uuid[])[n % 3 + 1], $1,
          $1::uuid, 'long', '\\x', sha256(n::text::bytea), '\\x' FROM generate_series(1, 20000) n`,
      [id, people.map((person) => person.id)],
    );
  }
  await system.owner.query(`INSERT INTO audit_detail (entry_id, workspace_id, salt, detail)
    SELECT id, workspace_id, '\\x', repeat('x', 800) FROM audit_entry WHERE request_id = 'long'`);
  await system.owner.query("VACUUM ANALYZE audit_entry, audit_detail, account, membership");
});
afterAll(() => system.close());

/** How many pages of tables and indexes the app's own role reads, behind the wall; asked twice, as a plan is made once. */
async function pagesRead(call: string): Promise<number> {
  const client = await system.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE pronaflow_app");
    const read = async () => {
      const { rows } = await client.query<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM ${call}`,
      );
      const plan = rows[0]?.["QUERY PLAN"][0]?.Plan ?? expect.unreachable();
      return Number(plan["Shared Hit Blocks"]) + Number(plan["Shared Read Blocks"]);
    };
    await read();
    return await read();
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const by = () => `'${owner.id}', '${space.id}'`;

test.each([
  ["its first page", "NULL, NULL, NULL, NULL"],
  ["one person's", "'OWNER', NULL, NULL, NULL"],
  ["the one rare act's", "NULL, '{policy.updated}', NULL, NULL"],
  ["a few acts', which there are none of", "NULL, '{heir.named,logo.changed}', NULL, NULL"],
  ["a few acts' among them all", "NULL, '{policy.updated,workspace.opened}', NULL, NULL"],
  ["a day's", "NULL, NULL, now() - interval '3 days', now() - interval '2 days'"],
])("of a long log, %s rows alone are read", async (_, filter) => {
  const asked = filter.replace("OWNER", owner.id);
  // 51 rows, each with its detail and its names by key. Reading the log whole is thousands of pages.
  expect(await pagesRead(`access_log(${by()}, ${asked}, NULL, NULL, 51)`)).toBeLessThan(900);
});

test.each([
  ["all who acted", "NULL, NULL"],
  ["those of a name", "'%ana%', NULL"],
  ["one", "NULL, 'OWNER'"],
])("of a long log by three, %s are found by a few jumps in the index", async (_, filter) => {
  const asked = filter.replace("OWNER", owner.id);
  expect(await pagesRead(`log_people(${by()}, ${asked}, NULL, NULL, 21)`)).toBeLessThan(100);
});
