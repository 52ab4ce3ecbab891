import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { auditOf, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
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
  const $transaction = async (...given: Parameters<typeof db.prisma.$transaction>) => {
    const isLast = ++begun === nth;
    if (isLast && moment === "before") throw new Error("killed");
    const answer = await db.prisma.$transaction(...given);
    if (isLast) throw new Error("killed");
    return answer;
  };
  const prisma = new Proxy(db.prisma, {
    get: (target, name) => (name === "$transaction" ? $transaction : Reflect.get(target, name)),
  });
  return { ...system.admin, db: { ...db, prisma } };
}

const worker = (services: Services) => workerContext(services, system.admin.random.uuid());

async function expectPurgedOnce(id: string): Promise<void> {
  const { rows } = await system.owner.query(
    `SELECT (SELECT count(*)::int FROM workspace WHERE id = $1) + (SELECT count(*)::int FROM membership WHERE workspace_id = $1)
       + (SELECT count(*)::int FROM workspace_settings WHERE workspace_id = $1)
       + (SELECT count(*)::int FROM account WHERE last_workspace_id = $1) AS orphans,
     (SELECT counts->>'members' FROM workspace_tombstone WHERE workspace_id = $1 AND purged_at IS NOT NULL) AS members`,
    [id],
  );
  expect(rows).toEqual([{ orphans: 0, members: String(MEMBERS) }]);
  expect((await auditOf(system, id)).map(({ action }) => action)).toEqual(["workspace.purged"]);
}

// Begin, three chunks of members, finish: five transactions.
test.each([1, 2, 3, 4, 5].flatMap((nth) => [[nth, "before"] as const, [nth, "after"] as const]))(
  "killed at transaction %i, %s it: the next worker ends it, once, with the counts of the beginning",
  async (nth, moment) => {
    const id = await dueWorkspace();
    await expect(purgeWorkspace(worker(dyingAt(nth, moment)), { id, reason: REASON })).rejects.toThrow("killed");
    const due = await listPurgeableWorkspaces(worker(system.admin));
    expect(due.includes(id)).toBe(!(nth === 5 && moment === "after"));
    await purgeWorkspace(worker(system.admin), { id, reason: REASON });
    await expectPurgedOnce(id);
  },
);

test("two workers at once, one of them killed over and over, purge it once", async () => {
  const id = await dueWorkspace();
  const dying = async () => {
    for (let nth = 1; nth <= 5; nth++) {
      await purgeWorkspace(worker(dyingAt(nth, "after")), { id, reason: REASON }).catch(() => undefined);
    }
  };
  await Promise.all([dying(), purgeWorkspace(worker(system.admin), { id, reason: REASON })]);
  await expectPurgedOnce(id);
});
