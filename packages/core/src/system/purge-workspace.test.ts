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
import { afterAll, beforeAll, expect, test } from "vitest";
import { workerContext } from "../kernel/scope.ts";
import { createWorkspace, deleteWorkspace, getImpact } from "../workspaces/index.ts";
import { beginPurge } from "./begin-purge.ts";
import { listPurgeableWorkspaces, purgeWorkspace } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system);
});

afterAll(() => system.close());

const REASON = "Thirty days after its deletion";
const worker = () => workerContext(system.admin, system.web.random.uuid());

async function deleted() {
  const member = await makeAccount(system);
  const workspace = await makeWorkspace(system, owner, [{ account: member, role: "GUEST" }]);
  const ctx = await inWorkspace(await asUser(system, owner), workspace.id);
  const impact = await getImpact(ctx);
  await deleteWorkspace(ctx, { id: workspace.id, confirmName: workspace.name });
  return { ...workspace, impact };
}

const left = async (id: string) => {
  const { rows } = await system.owner.query(
    `SELECT (SELECT count(*)::int FROM workspace WHERE id = $1) AS workspace, (SELECT count(*)::int FROM membership WHERE
       workspace_id = $1) AS members, (SELECT count(*)::int FROM workspace_settings WHERE workspace_id = $1) AS settings,
       (SELECT count(*)::int FROM workspace_slug WHERE workspace_id = $1) AS slugs,
       (SELECT counts FROM workspace_tombstone WHERE workspace_id = $1 AND purged_at IS NOT NULL) AS counts`,
    [id],
  );
  return rows[0];
};

test("nothing younger than thirty days, and nothing restored, is purged", async () => {
  const workspace = await deleted();
  system.clock.advance({ days: 30, milliseconds: -1 });
  expect(await listPurgeableWorkspaces(worker())).not.toContain(workspace.id);
  await expect(purgeWorkspace(worker(), { id: workspace.id, reason: REASON })).rejects.toMatchObject({
    code: "WORKSPACE_NOT_DELETED",
  });
  expect(await left(workspace.id)).toMatchObject({ workspace: 1, members: 2, settings: 1 });
});

test("a purge takes what the impact said, leaves a tombstone and a dead address, and is told to the audit once", async () => {
  const workspace = await deleted();
  system.clock.advance({ days: 30 });
  expect(await listPurgeableWorkspaces(worker())).toContain(workspace.id);
  const { codes } = await twentyAtOnce(() => purgeWorkspace(worker(), { id: workspace.id, reason: REASON }));
  expect(codes).toEqual([]);
  const after = await left(workspace.id);
  expect(after).toMatchObject({ workspace: 0, members: 0, settings: 0, slugs: 0 });
  expect(after.counts).toMatchObject({ members: workspace.impact.members, membersGuest: 1, membersOwner: 1 });
  const purged = (await auditOf(system, workspace.id)).filter(({ action }) => action === "workspace.purged");
  expect(purged).toHaveLength(1);
  expect(purged[0]).toMatchObject({ actorKind: "SYSTEM", actorId: null });
  const ctx = await asUser(system, owner);
  await expect(createWorkspace(ctx, { name: "Heir", slug: workspace.slug })).rejects.toMatchObject({
    code: "SLUG_TAKEN",
  });
});

test("a purge that was cut goes on where it stopped", async () => {
  const workspace = await deleted();
  system.clock.advance({ days: 30 });
  expect(await beginPurge(worker(), workspace.id)).toBe(true);
  await system.owner.query("DELETE FROM membership WHERE workspace_id = $1 AND role = 'GUEST'", [workspace.id]);
  await purgeWorkspace(worker(), { id: workspace.id, reason: REASON });
  const after = await left(workspace.id);
  expect(after).toMatchObject({ workspace: 0, members: 0 });
  expect(after.counts).toMatchObject({ members: workspace.impact.members });
  await purgeWorkspace(worker(), { id: workspace.id, reason: REASON });
  expect((await auditOf(system, workspace.id)).filter(({ action }) => action === "workspace.purged")).toHaveLength(1);
});
