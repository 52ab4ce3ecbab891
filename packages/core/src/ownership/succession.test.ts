import type { Role } from "@pronaflow/contract";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inConsole,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runTask } from "../jobs/run-task.ts";
import { listSystemWorkspaces, restoreWorkspace } from "../system/index.ts";
import { deleteWorkspace } from "../workspaces/index.ts";
import { nameHeir, offerOwnership } from "./index.ts";

let system: TestSystem;
let ana: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
});
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  ana = await makeAccount(system, { displayName: "Ana" });
});
afterAll(() => system.close());

/** A workspace of Ana's; each further member joined a day after the one before. */
async function spaceWith(...roles: Role[]): Promise<{ space: TestWorkspace; people: TestAccount[] }> {
  const people = await Promise.all(roles.map(() => makeAccount(system)));
  const members = people.map((account, index) => ({ account, role: roles[index] ?? "MEMBER" }));
  const space = await makeWorkspace(system, ana, members);
  for (const [index, { id }] of people.entries()) {
    await system.owner.query("UPDATE membership SET joined_at = $2 WHERE account_id = $1", [
      id,
      new Date(system.clock.now().getTime() + (index + 1) * 86_400_000),
    ]);
  }
  return { space, people };
}

/** Ana asked to leave fourteen days ago, whatever she owned by then. */
async function anaGoes() {
  await system.owner.query("UPDATE account SET deletion_due_at = $2 WHERE id = $1", [ana.id, system.clock.now()]);
  await runTask(system.admin, "accounts.delete");
  const { rows } = await system.owner.query("SELECT status FROM account WHERE id = $1", [ana.id]);
  expect(rows).toEqual([{ status: "DELETED" }]);
}
async function rolesOf(space: TestWorkspace, people: TestAccount[]) {
  const { rows } = await system.owner.query("SELECT account_id, role FROM membership WHERE workspace_id = $1", [
    space.id,
  ]);
  return people.map(({ id }) => rows.find((row) => row.account_id === id)?.role);
}
async function makeHeir(space: TestWorkspace, heir: TestAccount) {
  const { rows } = await system.owner.query("SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2", [
    space.id,
    heir.id,
  ]);
  await nameHeir(await inWorkspace(await asUser(system, ana), space.id), { id: space.id, memberId: rows[0].id });
}
const lastActOf = async (space: TestWorkspace) => (await auditOf(system, space.id)).at(-1);

test("the heir comes first, whatever role they had and whoever else owns it", async () => {
  const { space, people } = await spaceWith("ADMIN", "GUEST", "OWNER");
  const [admin, heir, owner] = people as [TestAccount, TestAccount, TestAccount];
  await makeHeir(space, heir);
  await anaGoes();
  expect(await rolesOf(space, people)).toEqual(["ADMIN", "OWNER", "OWNER"]);
  expect(await lastActOf(space)).toMatchObject({
    action: "ownership.succeeded",
    actorKind: "SYSTEM",
    workspaceId: space.id,
    detail: { before: { owner: ana.id }, after: { owner: heir.id, how: "HEIR" } },
  });
  for (const { email } of [heir, owner]) {
    expect(await mailsTo(system, email)).toMatchObject([
      { template: "ownership-succeeded", props: { fromName: "Ana", toName: heir.displayName } },
    ]);
  }
  expect(await mailsTo(system, admin.email)).toEqual([]);
});

test("without an heir who can act another Owner is enough, and no one is raised", async () => {
  const { space, people } = await spaceWith("ADMIN", "MEMBER", "OWNER");
  const [, heir, owner] = people as [TestAccount, TestAccount, TestAccount];
  await makeHeir(space, heir);
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE account_id = $1", [heir.id]);
  await anaGoes();
  expect(await rolesOf(space, people)).toEqual(["ADMIN", "MEMBER", "OWNER"]);
  expect((await lastActOf(space))?.detail.after).toEqual({ owner: owner.id, how: "OWNER" });
});

test("without another Owner the longest-standing Admin who can act is raised", async () => {
  const { space, people } = await spaceWith("MEMBER", "ADMIN", "ADMIN", "ADMIN");
  const suspended = people[1] ?? expect.unreachable();
  await system.owner.query("UPDATE account SET status = 'SUSPENDED', suspended_at = now() WHERE id = $1", [
    suspended.id,
  ]);
  await anaGoes();
  expect(await rolesOf(space, people)).toEqual(["MEMBER", "ADMIN", "OWNER", "ADMIN"]);
  expect((await lastActOf(space))?.detail.after).toMatchObject({ how: "ADMIN" });
});

test("with nobody to follow it is marked ownerless and its members keep it", async () => {
  const { space, people } = await spaceWith("MEMBER", "VIEWER");
  await anaGoes();
  expect(await rolesOf(space, people)).toEqual(["MEMBER", "VIEWER"]);
  const { rows } = await system.owner.query("SELECT ownerless_at FROM workspace WHERE id = $1", [space.id]);
  expect(rows).toEqual([{ ownerless_at: system.clock.now() }]);
  const support = await inConsole(system, await makeAccount(system, { systemRole: "SUPPORT" }));
  const { items } = await listSystemWorkspaces(support, { filter: "ownerless" });
  expect(items).toMatchObject([{ id: space.id, owners: [] }]);
  expect(await lastActOf(space)).toMatchObject({ action: "ownership.lapsed", detail: { after: { how: "NOBODY" } } });
  expect(await inWorkspace(await asUser(system, people[0] ?? ana), space.id)).toBeTruthy();
});

test("a deleted workspace has its successor too, so that it can come back", async () => {
  const { space, people } = await spaceWith("ADMIN");
  const mine = await inWorkspace(await asUser(system, ana), space.id);
  await deleteWorkspace(mine, { id: space.id, confirmName: space.name });
  await anaGoes();
  expect(await rolesOf(space, people)).toEqual(["OWNER"]);
  expect(await mailsTo(system, people[0]?.email ?? "")).toEqual([]);
  const admin = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  await restoreWorkspace(admin, { id: space.id, reason: "Asked by its admin" });
});

test("offers from and to who goes are void", async () => {
  const { space, people } = await spaceWith("ADMIN");
  const { rows } = await system.owner.query("SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2", [
    space.id,
    people[0]?.id,
  ]);
  const mine = await inWorkspace(await asUser(system, ana), space.id);
  const offer = await offerOwnership(mine, { id: space.id, memberId: rows[0].id });
  await anaGoes();
  const { rows: after } = await system.owner.query("SELECT state FROM ownership_transfer WHERE id = $1", [offer.id]);
  expect(after).toEqual([{ state: "CANCELLED" }]);
});

test("an heir is another active member; naming the same one again changes nothing; nobody may be named", async () => {
  const { space, people } = await spaceWith("MEMBER");
  const ctx = await inWorkspace(await asUser(system, ana), space.id);
  const { rows } = await system.owner.query(
    "SELECT id FROM membership WHERE workspace_id = $1 ORDER BY (account_id = $2) DESC",
    [space.id, ana.id],
  );
  const [mine, theirs] = rows.map(({ id }) => id as string);
  const name = (memberId: string | null) => nameHeir(ctx, { id: space.id, memberId });
  await expect(name(mine ?? "")).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(name(system.web.random.uuid())).rejects.toMatchObject({ code: "NOT_FOUND" });
  await name(theirs ?? "");
  await name(theirs ?? "");
  await name(null);
  const acts = await auditOf(system, ana.id);
  expect(acts.filter(({ action }) => action === "heir.named").map(({ detail }) => detail.after)).toEqual([
    { heir: people[0]?.id },
    { heir: null },
  ]);
  const asMember = await inWorkspace(await asUser(system, people[0] ?? ana), space.id);
  await expect(nameHeir(asMember, { id: space.id, memberId: mine ?? null })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
