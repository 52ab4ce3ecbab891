import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { asUser, inWorkspace, makeAccount, makeWorkspace, openTestSystem, twentyAtOnce } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { removeAccount } from "../account/remove-account.ts";
import { checkInvariants } from "../invariants/index.ts";
import { workspaceCommand } from "../kernel/command.ts";
import { workerContext } from "../kernel/scope.ts";
import { deleteWorkspace } from "../workspaces/index.ts";
import { acceptOwnership, offerOwnership } from "./index.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

const make = (count: number) => Promise.all(Array.from({ length: count }, () => makeAccount(system)));
const at = <T>(list: readonly T[], index: number): T => list[index] ?? expect.unreachable();

/** What the database holds of I1, asked without the product. */
async function expectOwned() {
  const [i1] = await checkInvariants(system.owner);
  expect(i1).toMatchObject({ id: "I1", offenders: [] });
}

/** A command that looks after nothing: no lock, no rule. */
const forgetful = workspaceCommand({
  action: "ownership.accepted",
  permission: "workspace.view",
  input: z.strictObject({ who: z.array(z.string()) }),
  async run({ tx, ctx, input }) {
    await tx.$executeRaw`UPDATE membership SET role = 'ADMIN' WHERE workspace_id = ${ctx.scope.workspaceId}::uuid
      AND account_id = ANY (${input.who}::uuid[])`;
    return { output: null, change: { target: ctx.scope.workspaceId } };
  },
});

async function ownedBy(owners: TestAccount[]): Promise<TestWorkspace> {
  const members = owners.slice(1).map((account) => ({ account, role: "OWNER" as const }));
  return await makeWorkspace(system, at(owners, 0), members);
}

test("the database alone: a command that forgets the last Owner fails with LAST_OWNER and leaves everything", async () => {
  const [ana, bo] = (await make(2)) as [TestAccount, TestAccount];
  const space = await ownedBy([ana, bo]);
  const ctx = await inWorkspace(await asUser(system, ana), space.id);
  await expect(forgetful(ctx, { who: [ana.id, bo.id] })).rejects.toMatchObject({ code: "LAST_OWNER" });
  await forgetful(ctx, { who: [bo.id] });
  await expect(forgetful(ctx, { who: [ana.id] })).rejects.toMatchObject({ code: "LAST_OWNER" });
  await expectOwned();
});

test("the database alone: of twenty Owners who give up at once, without a lock, one stays", async () => {
  const owners = await make(20);
  const space = await ownedBy(owners);
  const contexts = await Promise.all(owners.map(async (who) => inWorkspace(await asUser(system, who), space.id)));
  const { values, codes } = await twentyAtOnce((index) =>
    forgetful(at(contexts, index), { who: [at(owners, index).id] }),
  );
  expect(values).toHaveLength(19);
  expect(codes).toEqual(["LAST_OWNER"]);
  await expectOwned();
});

test("the database alone: accounts, deletions and raw statements that skip every rule", async () => {
  const [ana] = (await make(1)) as [TestAccount];
  const space = await ownedBy([ana]);
  for (const sql of [
    "DELETE FROM membership WHERE workspace_id = $1",
    "UPDATE membership SET state = 'DEACTIVATED' WHERE workspace_id = $1",
    "UPDATE membership SET role = 'MEMBER' WHERE workspace_id = $1",
  ]) {
    await expect(system.owner.query(sql, [space.id])).rejects.toMatchObject({ constraint: "workspace_active_owner" });
  }
  const bare = `INSERT INTO workspace (id, name, slug, created_by, created_at, updated_at)
    VALUES (gen_random_uuid(), 'Bare', gen_random_uuid()::text, $1, now(), now())`;
  await expect(system.owner.query(bare, [ana.id])).rejects.toMatchObject({ constraint: "workspace_active_owner" });
  await expectOwned();
});

/** Ten Owners whose accounts all go at once, one of whom has offered what a member takes; or one deletes it meanwhile. */
async function mixed(isDeleted: boolean): Promise<string[]> {
  const owners = await make(10);
  const takers = await make(10);
  const space = await makeWorkspace(system, at(owners, 0), [
    ...owners.slice(1).map((account) => ({ account, role: "OWNER" as const })),
    ...takers.map((account) => ({ account, role: "MEMBER" as const })),
  ]);
  const taker = at(takers, 0);
  const { rows } = await system.owner.query("SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2", [
    space.id,
    taker.id,
  ]);
  const giver = await inWorkspace(await asUser(system, at(owners, 0)), space.id);
  const offer = await offerOwnership(giver, { id: space.id, memberId: rows[0].id });
  const taking = await inWorkspace(await asUser(system, taker), space.id);
  const deleting = await inWorkspace(await asUser(system, at(owners, 9)), space.id);
  await system.owner.query("UPDATE account SET deletion_due_at = $2 WHERE id = ANY ($1)", [
    owners.slice(0, isDeleted ? 9 : 10).map(({ id }) => id),
    system.clock.now(),
  ]);
  const worker = () => workerContext(system.admin, system.admin.random.uuid());
  const { codes } = await twentyAtOnce<unknown>((index) => {
    if (isDeleted && index === 19) return deleteWorkspace(deleting, { id: space.id, confirmName: space.name });
    if (index < 4) return acceptOwnership(taking, { id: offer.id });
    return removeAccount(worker(), { accountId: at(owners, index % 10).id, reason: "Fourteen days are over" });
  });
  await expectOwned();
  return codes;
}

const EXPECTED = new Set(["TRANSFER_GONE", "NOT_FOUND", "FORBIDDEN"]);

test("both walls: transfers, deletions and accounts that go at once never leave a workspace without an Owner", async () => {
  for (const isDeleted of [false, true, false]) {
    for (const code of await mixed(isDeleted)) expect(EXPECTED).toContain(code);
  }
});

test("the lock alone: with the constraint taken away the commands still hold the line", async () => {
  const toggle = (how: "DISABLE" | "ENABLE") =>
    system.owner.query(`ALTER TABLE membership ${how} TRIGGER workspace_active_owner;
      ALTER TABLE workspace ${how} TRIGGER workspace_active_owner`);
  await toggle("DISABLE");
  try {
    for (const isDeleted of [false, true, false]) {
      for (const code of await mixed(isDeleted)) expect(EXPECTED).toContain(code);
    }
  } finally {
    await toggle("ENABLE");
  }
});
