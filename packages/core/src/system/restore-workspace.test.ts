import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inConsole,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteWorkspace, listWorkspaces } from "../workspaces/index.ts";
import { findSystemWorkspace, listSystemWorkspaces, restoreWorkspace } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;
let admin: TestAccount;
let support: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system, { email: "olga_100%@example.com" });
  admin = await makeAccount(system, { systemRole: "ADMIN" });
  support = await makeAccount(system, { systemRole: "SUPPORT" });
});

afterAll(() => system.close());

const REASON = "Asked for by its owner";

async function deleted(name: string) {
  const member = await makeAccount(system);
  const workspace = await makeWorkspace(system, owner, [{ account: member, role: "MEMBER" }], { name });
  const ctx = await asUser(system, owner);
  await deleteWorkspace(await inWorkspace(ctx, workspace.id), { id: workspace.id, confirmName: name });
  return { ...workspace, member };
}

test("a restored workspace is as it was, its owners are mailed and the audit has the reason", async () => {
  const workspace = await deleted("Come back");
  expect(await listWorkspaces(await asUser(system, workspace.member))).toEqual([]);
  system.clock.advance({ seconds: 1 });
  await restoreWorkspace(await inConsole(system, admin), { id: workspace.id, reason: REASON });
  const [back] = await listWorkspaces(await asUser(system, workspace.member));
  expect(back).toMatchObject({ id: workspace.id, name: "Come back", slug: workspace.slug, role: "MEMBER" });
  expect((await mailsTo(system, owner.email)).at(-1)).toMatchObject({ template: "workspace-restored" });
  const rows = await auditOf(system, workspace.id);
  expect(rows.at(-1)).toMatchObject({ action: "workspace.restored", actorId: admin.id, workspaceId: workspace.id });
  expect(rows.at(-1)?.detail.reason).toBe(REASON);
});

test("of twenty admins at once one restores, the others hear that it is not deleted", async () => {
  const workspace = await deleted("Once only");
  const ctx = await inConsole(system, admin);
  const { values, codes } = await twentyAtOnce(() => restoreWorkspace(ctx, { id: workspace.id, reason: REASON }));
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["WORKSPACE_NOT_DELETED"]));
});

test("who may only read cannot restore, a stale proof cannot, and a reason is needed", async () => {
  const workspace = await deleted("Held");
  const input = { id: workspace.id, reason: REASON };
  await expect(restoreWorkspace(await inConsole(system, support), input)).rejects.toMatchObject({
    code: "FORBIDDEN",
    meta: { permission: "workspaces.restore", grantedBy: ["ADMIN", "SUPERADMIN"] },
  });
  const ctx = await inConsole(system, admin);
  await expect(restoreWorkspace(ctx, { ...input, reason: "  no " })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(restoreWorkspace(ctx, { id: system.web.random.uuid(), reason: REASON })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  system.clock.advance({ minutes: 10, milliseconds: 1 });
  await expect(restoreWorkspace(ctx, input)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("thirty days to the millisecond: the last moment restores, the next does not", async () => {
  const inTime = await deleted("In time");
  const late = await deleted("Late");
  system.clock.advance({ days: 30, milliseconds: -1 });
  const ctx = await inConsole(system, admin);
  await restoreWorkspace(ctx, { id: inTime.id, reason: REASON });
  system.clock.advance({ milliseconds: 1 });
  await expect(restoreWorkspace(ctx, { id: late.id, reason: REASON })).rejects.toMatchObject({
    code: "RESTORE_WINDOW_CLOSED",
  });
});

test("the console lists by state, finds by name, address and owner, and pages by keyset", async () => {
  const one = await deleted("Needle_100% one");
  const other = await makeWorkspace(system, owner, [], { name: "Needle of another kind" });
  const ctx = await inConsole(system, support);
  const ids = async (input: Parameters<typeof listSystemWorkspaces>[1]) =>
    (await listSystemWorkspaces(ctx, input)).items.map(({ id }) => id);
  expect(await ids({ q: "needle", filter: "deleted" })).toEqual([one.id]);
  expect(await ids({ q: "needle", filter: "active" })).toEqual([other.id]);
  expect(await ids({ q: "needle" })).toEqual([other.id, one.id]);
  expect(await ids({ q: "le_100%" })).toEqual([one.id]);
  expect(await ids({ q: one.slug.slice(0, 12) })).toContain(one.id);
  expect(await ids({ q: "olga_100%@" })).toContain(other.id);
  expect(await ids({ filter: "purging_soon", q: "needle" })).toEqual([]);
  system.clock.advance({ days: 24 });
  const later = await inConsole(system, support);
  expect(
    (await listSystemWorkspaces(later, { filter: "purging_soon", q: "needle" })).items.map(({ id }) => id),
  ).toEqual([one.id]);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listSystemWorkspaces(later, { limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
  await expect(listSystemWorkspaces(later, { cursor: "bm90IGFuIGlk" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  expect(await findSystemWorkspace(later, { id: one.id })).toMatchObject({
    state: "DELETED",
    impact: { members: 2, membersByRole: { OWNER: 1, MEMBER: 1 } },
    owners: [{ email: owner.email }],
    history: [{ action: "workspace.deleted", actorName: owner.displayName }],
  });
});
