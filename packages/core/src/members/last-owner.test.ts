import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asUser, inWorkspace, makeAccount, makeWorkspace, openTestSystem, twentyAtOnce } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { changeRole, deactivateMember, leaveWorkspace, removeMember } from "./index.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
});
afterAll(() => system.close());

/** A workspace of twenty Owners, each with the context to go. */
async function twentyOwners() {
  const owners: TestAccount[] = [];
  for (let nth = 0; nth < 20; nth++) owners.push(await makeAccount(system));
  const [first, ...rest] = owners;
  const founder = first ?? expect.unreachable();
  const space = await makeWorkspace(
    system,
    founder,
    rest.map((account) => ({ account, role: "OWNER" as const })),
  );
  const contexts: WorkspaceContext[] = [];
  for (const owner of owners) contexts.push(await inWorkspace(await asUser(system, owner), space.id));
  return { space, owners, contexts };
}

const at = <T>(all: readonly T[], index: number): T => all[index] ?? expect.unreachable();

async function ownersOf(workspaceId: string): Promise<number> {
  const { rows } = await system.owner.query<{ owners: number }>(
    `SELECT count(*)::integer AS owners FROM membership
     WHERE workspace_id = $1 AND role = 'OWNER' AND state = 'ACTIVE'`,
    [workspaceId],
  );
  return rows[0]?.owners ?? 0;
}

/** What each of the twenty does to their own place. */
const GOING: Record<string, (ctx: WorkspaceContext) => Promise<unknown>> = {
  leave: (ctx) => leaveWorkspace(ctx, { id: ctx.scope.workspaceId }),
  "remove oneself": (ctx) => removeMember(ctx, { id: ctx.scope.workspaceId, memberId: ctx.scope.memberId }),
  "deactivate oneself": (ctx) => deactivateMember(ctx, { id: ctx.scope.workspaceId, memberId: ctx.scope.memberId }),
  "step down": (ctx) => changeRole(ctx, { id: ctx.scope.workspaceId, memberId: ctx.scope.memberId, role: "MEMBER" }),
};

test.each(Object.keys(GOING))("twenty Owners at once %s: one has to stay, and is told why", async (way) => {
  const { space, contexts } = await twentyOwners();
  const { values, codes } = await twentyAtOnce((index) => GOING[way]?.(at(contexts, index)) ?? expect.unreachable());
  expect(codes).toEqual(["LAST_OWNER"]);
  expect(values).toHaveLength(19);
  expect(await ownersOf(space.id)).toBe(1);
});

test("twenty Owners who each put out the next: somebody always owns it, and nobody is let down by a deadlock", async () => {
  const { space, contexts } = await twentyOwners();
  const { codes } = await twentyAtOnce((index) => {
    const memberId = at(contexts, (index + 1) % 20).scope.memberId;
    return removeMember(at(contexts, index), { id: space.id, memberId });
  });
  expect(codes.filter((code) => code !== "NOT_FOUND" && code !== "LAST_OWNER")).toEqual([]);
  expect(await ownersOf(space.id)).toBeGreaterThanOrEqual(1);
});

test("with the database's trigger taken away, the command's lock holds the line", async () => {
  const { space, contexts } = await twentyOwners();
  await system.owner.query("ALTER TABLE membership DISABLE TRIGGER workspace_active_owner");
  const { values, codes } = await twentyAtOnce((index) => leaveWorkspace(at(contexts, index), { id: space.id }));
  await system.owner.query("ALTER TABLE membership ENABLE TRIGGER workspace_active_owner");
  expect({ left: values.length, codes }).toEqual({ left: 19, codes: ["LAST_OWNER"] });
});

test("with the command's lock and question taken away, the database's trigger holds the line, under its code", async () => {
  const { space, contexts } = await twentyOwners();
  const { values, codes } = await twentyAtOnce((index) => {
    const { scope, actor } = at(contexts, index);
    const wall = { workspaceId: space.id, accountId: actor.account.id };
    return transact(
      system.web,
      wall,
      (tx) => tx.$executeRaw`UPDATE membership SET role = 'MEMBER' WHERE workspace_id = ${space.id}::uuid
        AND id = ${scope.memberId}::uuid`,
    );
  });
  expect({ steppedDown: values.length, codes }).toEqual({ steppedDown: 19, codes: ["LAST_OWNER"] });
  expect(await ownersOf(space.id)).toBe(1);
});

test("with the command's lock and question taken away, the trigger also keeps the last from being deleted", async () => {
  const owner = await makeAccount(system);
  const space = await makeWorkspace(system, owner);
  const gone = transact(
    system.web,
    { workspaceId: space.id },
    (tx) => tx.$executeRaw`DELETE FROM membership WHERE workspace_id = ${space.id}::uuid`,
  );
  await expect(gone).rejects.toMatchObject({ code: "LAST_OWNER" });
  expect(await ownersOf(space.id)).toBe(1);
});

test.each([
  ["suspended", "UPDATE account SET status = 'SUSPENDED', suspended_at = now() WHERE id = $1"],
  ["on the way out", "UPDATE account SET deletion_due_at = now() + interval '14 days' WHERE id = $1"],
])("a co-owner who is %s does not count as the one who stays", async (_, sql) => {
  const [owner, other] = [await makeAccount(system), await makeAccount(system)];
  const space = await makeWorkspace(system, owner, [{ account: other, role: "OWNER" }]);
  await system.owner.query(sql, [other.id]);
  const ctx = await inWorkspace(await asUser(system, owner), space.id);
  await expect(leaveWorkspace(ctx, { id: space.id })).rejects.toMatchObject({ code: "LAST_OWNER" });
});

test("a member who is promoted and demoted by twenty at once ends as the last one said, each step in the audit", async () => {
  const { space, contexts } = await twentyOwners();
  const member = await makeAccount(system);
  const memberId = system.web.random.uuid();
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, 'VIEWER', now())",
    [space.id, member.id, memberId],
  );
  const { codes } = await twentyAtOnce((index) =>
    changeRole(at(contexts, index), { id: space.id, memberId, role: index % 2 ? "MEMBER" : "GUEST" }),
  );
  expect(codes).toEqual([]);
  const { rows } = await system.owner.query<{ detail: string }>(
    `SELECT d.detail FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id WHERE e.target = $1 ORDER BY e.seq`,
    [memberId],
  );
  let role = "VIEWER";
  for (const { detail } of rows) {
    const { before, after } = JSON.parse(detail) as { before: { role: string }; after: { role: string } };
    expect(before.role).toBe(role);
    role = after.role;
  }
  const { rows: now } = await system.owner.query("SELECT role FROM membership WHERE id = $1", [memberId]);
  expect(now).toEqual([{ role }]);
});
