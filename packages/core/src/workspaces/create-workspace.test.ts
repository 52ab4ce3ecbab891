import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWorkspace, findWorkspace, findWorkspaceBySlug, listWorkspaces, openWorkspace } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
});

beforeEach(async () => {
  owner = await makeAccount(system);
});

afterAll(() => system.close());

test("the creator is Owner, default settings come with it, and its own chain of the audit begins", async () => {
  const ctx = await asUser(system, owner);
  const made = await createWorkspace(ctx, { name: "Blue Harbour", description: "Boats" });
  expect(made).toMatchObject({ slug: "blue-harbour", name: "Blue Harbour", role: "OWNER", memberCount: 1 });
  expect(made.permissions).toContain("workspace.delete");
  const settings = "SELECT time_zone, work_days, minutes_per_day FROM workspace_settings WHERE workspace_id = $1";
  const { rows } = await system.owner.query(settings, [made.id]);
  expect(rows).toEqual([{ time_zone: "UTC", work_days: [1, 2, 3, 4, 5], minutes_per_day: 480 }]);
  const [row, ...others] = await auditOf(system, made.id);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ action: "workspace.created", actorId: owner.id, workspaceId: made.id });
  expect(row?.detail.after).toEqual({ name: "Blue Harbour", slug: "blue-harbour", description: "Boats" });
});

test("a taken address made from a name gets a suffix; a taken address that was asked for is refused", async () => {
  const ctx = await asUser(system, owner);
  const first = await createWorkspace(ctx, { name: "Robin" });
  const second = await createWorkspace(ctx, { name: "Robin" });
  expect(first.slug).toBe("robin");
  expect(second.slug).toMatch(/^robin-[a-z0-9]{3}$/);
  for (const slug of ["robin", "r0bin", "ro-bin", "R0B1N"]) {
    await expect(createWorkspace(ctx, { name: "Twin", slug })).rejects.toMatchObject({ code: "SLUG_TAKEN" });
  }
});

test("of twenty who want one address, or ones that read alike, one gets it", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => makeAccount(system)));
  const contexts = await Promise.all(people.map((person) => asUser(system, person)));
  const { values, codes } = await twentyAtOnce((index) => {
    const ctx = contexts[index] ?? fail();
    return createWorkspace(ctx, { name: "Prize", slug: index % 2 === 0 ? "the-prize" : "the-pr1ze" });
  });
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["SLUG_TAKEN"]));
});

test("one person owns at most twenty, also when twenty are asked for at once", async () => {
  for (let index = 0; index < 15; index++) await makeWorkspace(system, owner);
  const ctx = await asUser(system, owner);
  const { values, codes } = await twentyAtOnce((index) => createWorkspace(ctx, { name: `Crowd ${index}` }));
  expect(values).toHaveLength(5);
  expect(new Set(codes)).toEqual(new Set(["WORKSPACE_LIMIT_REACHED"]));
  expect(await listWorkspaces(ctx)).toHaveLength(20);
});

test.each([
  [{ name: "f u c k" }, { name: ["WORKSPACE_NAME_PROFANE"] }],
  [{ name: "Fine", slug: "fu-ck" }, { slug: ["SLUG_RESERVED"] }],
  [{ name: "Fine", slug: "adm1n" }, { slug: ["SLUG_RESERVED"] }],
  [{ name: "x" }, { name: ["WORKSPACE_NAME_LENGTH"] }],
  [{ name: "evil\u202Etxt" }, { name: ["HIDDEN_CHARACTERS"] }],
])("%j is refused under its field and leaves nothing", async (input, fields) => {
  const ctx = await asUser(system, owner);
  await expect(createWorkspace(ctx, input)).rejects.toMatchObject({ code: "INVALID_INPUT", fields });
  expect(await listWorkspaces(ctx)).toEqual([]);
});

test("who has not verified their address cannot make one", async () => {
  const pending = await makeAccount(system, { status: "PENDING" });
  const ctx = await asUser(system, pending);
  await expect(createWorkspace(ctx, { name: "Early" })).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
});

test("opening a workspace remembers it on the account, and tells the audit only when it is another one", async () => {
  const { id, slug } = await makeWorkspace(system, owner);
  const ctx = await inWorkspace(await asUser(system, owner), id);
  expect(await openWorkspace(ctx, { slug })).toMatchObject({ id, role: "OWNER" });
  await openWorkspace(ctx, { slug });
  const { rows } = await system.owner.query("SELECT last_workspace_id FROM account WHERE id = $1", [owner.id]);
  expect(rows[0].last_workspace_id).toBe(id);
  expect((await auditOf(system, id)).map(({ action }) => action)).toEqual(["workspace.opened"]);
});

test("someone else's, a deleted and an unknown workspace look the same, whatever is typed", async () => {
  const mine = await makeWorkspace(system, owner);
  const stranger = await asUser(system, await makeAccount(system));
  for (const slug of [mine.slug, "no-such-place", "\u0000", "%", "é", "x".repeat(5000), "../../etc"]) {
    await expect(findWorkspaceBySlug(stranger, { slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  const ctx = await inWorkspace(await asUser(system, owner), mine.id);
  expect(await findWorkspace(ctx)).toMatchObject({ id: mine.id, memberCount: 1 });
});

function fail(): never {
  throw new Error("No such context.");
}
