import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deleteWorkspace, findWorkspace, listDeletedWorkspaces, undeleteWorkspace } from "./index.ts";

let system: TestSystem;
let ana: TestAccount;
let bo: TestAccount;
let space: TestWorkspace;

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  [ana, bo] = await Promise.all([makeAccount(system), makeAccount(system)]);
  space = await makeWorkspace(system, ana, [{ account: bo, role: "ADMIN" }]);
  const ctx = await inWorkspace(await asUser(system, ana), space.id);
  await deleteWorkspace(ctx, { id: space.id, confirmName: space.name });
});

test("an Owner sees what was deleted and takes it back: members, roles and address are as they were", async () => {
  const ctx = await asUser(system, ana);
  const [found, ...others] = await listDeletedWorkspaces(ctx);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ id: space.id, name: space.name, deletedBy: ana.displayName });
  expect(Date.parse(found?.undoUntil ?? "") - Date.parse(found?.deletedAt ?? "")).toBe(24 * 3_600_000);
  expect(await undeleteWorkspace(ctx, { id: space.id })).toEqual({ id: space.id, slug: space.slug });
  expect(await listDeletedWorkspaces(ctx)).toEqual([]);
  const member = await inWorkspace(await asUser(system, bo), space.id);
  expect(await findWorkspace(member)).toMatchObject({ role: "ADMIN", slug: space.slug, memberCount: 2 });
  expect((await auditOf(system, space.id)).map(({ action }) => action)).toEqual([
    "workspace.deleted",
    "workspace.undeleted",
  ]);
  const mails = await mailsTo(system, ana.email);
  expect(mails.map(({ template }) => template)).toEqual(["workspace-deleted", "workspace-restored"]);
  expect(mails[0]?.props).toMatchObject({ undoUntil: found?.undoUntil });
});

test("within 24 hours to the millisecond, and with a fresh proof", async () => {
  const late = await asUser(system, ana);
  system.clock.advance({ hours: 24, milliseconds: -1 });
  await expect(undeleteWorkspace(late, { id: space.id })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  const ctx = await asUser(system, ana);
  system.clock.advance({ milliseconds: 1 });
  await expect(undeleteWorkspace(ctx, { id: space.id })).rejects.toMatchObject({ code: "UNDO_WINDOW_CLOSED" });
  // It still stands in the list: until its last day a system admin can restore it.
  expect(await listDeletedWorkspaces(ctx)).toHaveLength(1);
  system.clock.advance({ days: 29 });
  expect(await listDeletedWorkspaces(await asUser(system, ana))).toEqual([]);
});

test("for nobody else: an Admin, a former Owner and a stranger are told nothing", async () => {
  const [former, stranger] = await Promise.all([makeAccount(system), makeAccount(system)]);
  await system.owner.query(
    `INSERT INTO membership (workspace_id, account_id, id, role, joined_at, state)
     VALUES ($1, $2, gen_random_uuid(), 'OWNER', now(), 'DEACTIVATED')`,
    [space.id, former.id],
  );
  for (const who of [bo, former, stranger]) {
    const ctx = await asUser(system, who);
    expect(await listDeletedWorkspaces(ctx)).toEqual([]);
    await expect(undeleteWorkspace(ctx, { id: space.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect(await auditOf(system, space.id)).toHaveLength(1);
});

test("of twenty at once one takes it back; who owns twenty others by now cannot", async () => {
  const ctx = await asUser(system, ana);
  const { values, codes } = await twentyAtOnce(() => undeleteWorkspace(ctx, { id: space.id }));
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["WORKSPACE_NOT_DELETED"]));
  const inside = await inWorkspace(ctx, space.id);
  await deleteWorkspace(inside, { id: space.id, confirmName: space.name });
  for (let count = 0; count < 20; count++) await makeWorkspace(system, ana);
  await expect(undeleteWorkspace(ctx, { id: space.id })).rejects.toMatchObject({ code: "WORKSPACE_LIMIT_REACHED" });
});
