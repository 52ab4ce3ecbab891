import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { auditOf, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../invariants/index.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { listPurgeableWorkspaces, purgeWorkspace } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system);
  await system.owner.query(`INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name,
      created_at, updated_at)
    SELECT gen_random_uuid(), n || '@crowd.example', n || '@crowd.example', 'crowd' || n, 'crowd' || n, 'One of many',
      now(), now() FROM generate_series(1, 1200) n`);
});

afterAll(() => system.close());

const REASON = "Thirty days after its deletion";
const MEMBERS = 1201;

async function dueWorkspace(): Promise<string> {
  const { id } = await makeWorkspace(system, owner);
  await system.owner.query(
    `INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
     SELECT $1, id, gen_random_uuid(), 'MEMBER', now() FROM account WHERE username LIKE 'crowd%'`,
    [id],
  );
  await system.owner.query(
    `WITH i AS (INSERT INTO invitation (workspace_id, id, email, email_normal, role, token_hash, invited_by, created_at,
        sent_at, expires_at) SELECT $1, gen_random_uuid(), n || '@due.example', n || '@due.example', 'MEMBER',
        sha256(convert_to(n || $1::uuid::text, 'UTF8')), $2, now(), now(), now() FROM generate_series(1, 3) n),
      o AS (INSERT INTO ownership_transfer (workspace_id, id, from_account_id, to_account_id, offered_at, expires_at)
        SELECT $1, gen_random_uuid(), $2, id, now(), now() FROM account WHERE username = 'crowd1'),
      x AS (INSERT INTO workspace_export (workspace_id, id, requested_by, format, filter, requested_at)
        VALUES ($1, gen_random_uuid(), $2, 'csv', '{}', now())),
      l AS (INSERT INTO workspace_logo (workspace_id, image, small, version, updated_at) VALUES ($1, '', '', 'v', now())),
      b AS (INSERT INTO workspace_billing (workspace_id, updated_at) VALUES ($1, now())),
      p AS (INSERT INTO workspace_policy (workspace_id, updated_at) VALUES ($1, now()))
      INSERT INTO personal_access_token (id, account_id, name, token_hash, ending, permissions, bound_workspace_id,
        created_at, expires_at) VALUES (gen_random_uuid(), $2, 'bound', sha256(convert_to($1::uuid::text, 'UTF8')), 'abcd', '{}', $1, now(), now() + '1 day')`,
    [id, owner.id],
  );
  await system.owner.query("UPDATE account SET last_workspace_id = $1 WHERE username LIKE 'crowd%'", [id]);
  await system.owner.query("UPDATE workspace SET deleted_at = $2, final_at = $2 WHERE id = $1", [
    id,
    system.clock.now(),
  ]);
  return id;
}

/** A process that dies at its nth transaction: before it began, or after it was committed but before anyone heard. */
function dyingAt(nth: number, moment: "before" | "after"): Services {
  const { db } = system.admin;
  let begun = 0;
  const transaction: typeof db.transaction = async (work, options) => {
    const isLast = ++begun === nth;
    if (isLast && moment === "before") throw new Error("killed");
    const answer = await db.transaction(work, options);
    if (isLast) throw new Error("killed");
    return answer;
  };
  return { ...system.admin, db: { ...db, transaction } };
}

const worker = (services: Services) => workerContext(services, system.admin.random.uuid());

async function expectPurgedOnce(id: string): Promise<void> {
  const { rows } = await system.owner.query(
    `SELECT (SELECT count(*)::int FROM workspace WHERE id = $1) + (SELECT count(*)::int FROM membership WHERE workspace_id = $1)
       + (SELECT count(*)::int FROM workspace_settings WHERE workspace_id = $1)
       + (SELECT count(*)::int FROM account WHERE last_workspace_id = $1) AS orphans,
     (SELECT count(*)::int FROM personal_access_token WHERE bound_workspace_id = $1 AND revoked_at IS NULL) AS tokens,
     (SELECT counts FROM workspace_tombstone WHERE workspace_id = $1 AND purged_at IS NOT NULL) AS counts`,
    [id],
  );
  const counts = expect.objectContaining({ members: MEMBERS, invitations: 3, tokens: 1, files: 1 });
  expect(rows).toEqual([{ orphans: 0, tokens: 0, counts }]);
  const i9 = (await checkInvariants(system.owner)).find((finding) => finding.id === "I9");
  expect(i9?.offenders).toEqual([]);
  expect((await auditOf(system, id)).map(({ action }) => action)).toEqual(["workspace.purged"]);
}

// Begin, three chunks of members, one each of invitations, transfers, exports and tokens, finish: nine transactions.
test.each([1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((nth) => [[nth, "before"] as const, [nth, "after"] as const]))(
  "killed at transaction %i, %s it: the next worker ends it, once, with the counts of the beginning",
  async (nth, moment) => {
    const id = await dueWorkspace();
    await expect(purgeWorkspace(worker(dyingAt(nth, moment)), { id, reason: REASON })).rejects.toThrow("killed");
    const due = await listPurgeableWorkspaces(worker(system.admin));
    expect(due.includes(id)).toBe(!(nth === 9 && moment === "after"));
    await purgeWorkspace(worker(system.admin), { id, reason: REASON });
    await expectPurgedOnce(id);
  },
);

test("two workers at once, one of them killed over and over, purge it once", async () => {
  const id = await dueWorkspace();
  const dying = async () => {
    for (let nth = 1; nth <= 9; nth++) {
      await purgeWorkspace(worker(dyingAt(nth, "after")), { id, reason: REASON }).catch(() => undefined);
    }
  };
  await Promise.all([dying(), purgeWorkspace(worker(system.admin), { id, reason: REASON })]);
  await expectPurgedOnce(id);
});
