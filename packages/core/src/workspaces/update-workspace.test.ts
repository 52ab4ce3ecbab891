import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asUser, auditOf, inWorkspace, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorkspace, findWorkspaceBySlug, updateWorkspace } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system);
});

afterAll(() => system.close());

async function ownWorkspace(slug?: string) {
  const workspace = await makeWorkspace(system, owner, [], { slug });
  const user = await asUser(system, owner);
  return { ...workspace, user, ctx: await inWorkspace(user, workspace.id) };
}

test("what is named changes, what is left out stays, and the audit has before and after of the change alone", async () => {
  const { id, name, slug, ctx } = await ownWorkspace();
  const updated = await updateWorkspace(ctx, { id, description: "New words" });
  expect(updated).toMatchObject({ id, name, slug, description: "New words" });
  const [row] = await auditOf(system, id);
  expect(row).toMatchObject({ action: "workspace.updated", actorId: owner.id });
  expect(row?.detail).toMatchObject({ before: { description: "" }, after: { description: "New words" } });
  expect(Object.keys(row?.detail.after ?? {})).toEqual(["description"]);
});

test("an update that changes nothing leaves no audit row", async () => {
  const { id, name, slug, ctx } = await ownWorkspace();
  await updateWorkspace(ctx, { id, name, slug });
  expect(await auditOf(system, id)).toEqual([]);
});

test("an address that was given up redirects, stays refused to others, and may be taken back", async () => {
  const { id, user, ctx } = await ownWorkspace("old-quay");
  expect(await updateWorkspace(ctx, { id, slug: "new-quay" })).toMatchObject({ slug: "new-quay" });
  expect(await findWorkspaceBySlug(user, { slug: "old-quay" })).toMatchObject({ id, slug: "new-quay" });
  const other = await asUser(system, await makeAccount(system));
  for (const slug of ["old-quay", "new-quay", "0ld-quay"]) {
    await expect(createWorkspace(other, { name: "Quay", slug })).rejects.toMatchObject({ code: "SLUG_TAKEN" });
  }
  expect(await updateWorkspace(ctx, { id, slug: "old-quay" })).toMatchObject({ slug: "old-quay" });
  expect(await findWorkspaceBySlug(user, { slug: "new-quay" })).toMatchObject({ id, slug: "old-quay" });
});

test("a workspace may respell its own address, and the old spelling still leads there", async () => {
  const { id, user, ctx } = await ownWorkspace("deep-sea");
  expect(await updateWorkspace(ctx, { id, slug: "deepsea" })).toMatchObject({ slug: "deepsea" });
  expect(await findWorkspaceBySlug(user, { slug: "deep-sea" })).toMatchObject({ id, slug: "deepsea" });
});

test("the address of another workspace, present or past, is refused and nothing changes", async () => {
  const other = await ownWorkspace("harbour-one");
  await updateWorkspace(other.ctx, { id: other.id, slug: "harbour-two" });
  const { id, slug, ctx, user } = await ownWorkspace();
  for (const wanted of ["harbour-one", "harbour-two", "harb0ur-two"]) {
    await expect(updateWorkspace(ctx, { id, name: "Changed", slug: wanted })).rejects.toMatchObject({
      code: "SLUG_TAKEN",
    });
  }
  expect((await findWorkspaceBySlug(user, { slug })).name).not.toBe("Changed");
});

test("a Member may not, and hears which permission is missing and who has it", async () => {
  const member = await makeAccount(system);
  const { id } = await makeWorkspace(system, owner, [{ account: member, role: "MEMBER" }]);
  const ctx = await inWorkspace(await asUser(system, member), id);
  await expect(updateWorkspace(ctx, { id, name: "Mine" })).rejects.toMatchObject({
    code: "FORBIDDEN",
    meta: { permission: "workspace.update", grantedBy: ["OWNER"] },
  });
});

test("a right that was taken away since the scope was proven does not count", async () => {
  const admin = await makeAccount(system);
  const { id } = await makeWorkspace(system, owner, [{ account: admin, role: "ADMIN" }]);
  const ctx = await inWorkspace(await asUser(system, admin), id);
  await system.owner.query("UPDATE membership SET role = 'GUEST' WHERE account_id = $1", [admin.id]);
  await expect(updateWorkspace(ctx, { id, name: "Late" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE account_id = $1", [admin.id]);
  await expect(updateWorkspace(ctx, { id, name: "Late" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the id in the input must be the one that the scope was proven for", async () => {
  const one = await ownWorkspace();
  const two = await ownWorkspace();
  await expect(updateWorkspace(one.ctx, { id: two.id, name: "Crossed" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
