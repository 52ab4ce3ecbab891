import type { TestAccount, TestSystem } from "@pronaflow/testing";
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
import { deleteWorkspace, findWorkspace, getImpact, listWorkspaces } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
});

beforeEach(async () => {
  owner = await makeAccount(system);
});

afterAll(() => system.close());

const inOwn = async (id: string) => inWorkspace(await asUser(system, owner), id);

test("the impact is exact, members lose the workspace at once, and the audit keeps what went", async () => {
  const [stays, left, gone] = await Promise.all([makeAccount(system), makeAccount(system), makeAccount(system)]);
  await makeWorkspace(system, stays);
  const { id, name } = await makeWorkspace(system, owner, [
    { account: stays, role: "MEMBER" },
    { account: left, role: "GUEST" },
    { account: gone, role: "ADMIN" },
  ]);
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE account_id = $1", [gone.id]);
  const ctx = await inOwn(id);
  const impact = await getImpact(ctx);
  expect(impact).toMatchObject({ members: 4, membersByRole: { OWNER: 1, ADMIN: 1, MEMBER: 1, VIEWER: 0, GUEST: 1 } });
  // The owner and the guest: who is deactivated here has lost it before.
  expect(impact.membersLeftWithoutWorkspace).toBe(2);
  const guest = await inWorkspace(await asUser(system, left), id);
  const deleted = await deleteWorkspace(ctx, { id, confirmName: name });
  expect(deleted.finalAt).toBe(impact.finalAt);
  await expect(findWorkspace(guest)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await listWorkspaces(ctx)).toEqual([]);
  const [row, ...others] = await auditOf(system, id);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ action: "workspace.deleted", actorId: owner.id, workspaceId: id });
  expect(row?.detail.after).toMatchObject({ members: 4, membersGuest: 1, membersLeftWithoutWorkspace: 2 });
});

test("every active Owner is mailed in their own language, once, and no one else", async () => {
  const [second, member] = await Promise.all([makeAccount(system), makeAccount(system)]);
  await system.owner.query("UPDATE account SET locale = 'vi', time_zone = 'Asia/Ho_Chi_Minh' WHERE id = $1", [
    second.id,
  ]);
  const { id, name } = await makeWorkspace(system, owner, [
    { account: second, role: "OWNER" },
    { account: member, role: "ADMIN" },
  ]);
  const { finalAt } = await deleteWorkspace(await inOwn(id), { id, confirmName: name });
  expect(await mailsTo(system, owner.email)).toMatchObject([{ template: "workspace-deleted", locale: "en" }]);
  const [mail, ...others] = await mailsTo(system, second.email);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    locale: "vi",
    props: { workspaceName: name, deletedBy: owner.displayName, finalAt, timeZone: "Asia/Ho_Chi_Minh" },
  });
  expect(await mailsTo(system, member.email)).toEqual([]);
});

test("the name must be typed as it is, and the proof be fresh", async () => {
  const { id } = await makeWorkspace(system, owner, [], { name: "Exact Name" });
  const ctx = await inOwn(id);
  for (const confirmName of ["", "exact name", "Exact  Name", id]) {
    await expect(deleteWorkspace(ctx, { id, confirmName })).rejects.toMatchObject({ code: "NAME_MISMATCH" });
  }
  system.clock.advance({ minutes: 10, milliseconds: 1 });
  await expect(deleteWorkspace(ctx, { id, confirmName: "Exact Name" })).rejects.toMatchObject({
    code: "STEP_UP_REQUIRED",
  });
  expect(await auditOf(system, id)).toEqual([]);
});

test("of twenty deletions at once one deletes, and there is one audit row and one mail", async () => {
  const { id, name } = await makeWorkspace(system, owner);
  const ctx = await inOwn(id);
  const { values, codes } = await twentyAtOnce(() => deleteWorkspace(ctx, { id, confirmName: name }));
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["NOT_FOUND"]));
  expect(await auditOf(system, id)).toHaveLength(1);
  expect(await mailsTo(system, owner.email)).toHaveLength(1);
});

test("of two last workspaces deleted at once, one deletion leaves their person without", async () => {
  const member = await makeAccount(system);
  const both = await Promise.all([1, 2].map(() => makeWorkspace(system, owner, [{ account: member, role: "MEMBER" }])));
  const contexts = await Promise.all(both.map(({ id }) => inOwn(id)));
  await Promise.all(
    both.map(({ id, name }, index) => deleteWorkspace(contexts[index] ?? raise(), { id, confirmName: name })),
  );
  const rows = await Promise.all(both.map(({ id }) => auditOf(system, id)));
  const left = rows.map(([row]) => row?.detail.after?.membersLeftWithoutWorkspace);
  expect(left.sort()).toEqual([0, 2]);
});

test("an Admin sees no impact and may not delete", async () => {
  const admin = await makeAccount(system);
  const { id, name } = await makeWorkspace(system, owner, [{ account: admin, role: "ADMIN" }]);
  const ctx = await inWorkspace(await asUser(system, admin), id);
  await expect(getImpact(ctx)).rejects.toMatchObject({ code: "FORBIDDEN", meta: { grantedBy: ["OWNER"] } });
  await expect(deleteWorkspace(ctx, { id, confirmName: name })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

function raise(): never {
  throw new Error("No such context.");
}
