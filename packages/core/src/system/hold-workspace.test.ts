import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inConsole,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runTask } from "../jobs/run-task.ts";
import { workerContext } from "../kernel/scope.ts";
import { deleteWorkspace } from "../workspaces/index.ts";
import * as consoleActs from "./index.ts";

let system: TestSystem;
let admin: TestAccount;
let space: TestWorkspace;
const reason = "Wanted by a court";

beforeAll(async () => {
  system = await openTestSystem();
  admin = await makeAccount(system, { systemRole: "ADMIN", displayName: "Ada" });
});
afterAll(() => system.close());
beforeEach(async () => {
  const owner = await makeAccount(system);
  space = await makeWorkspace(system, owner);
  const ctx = await inWorkspace(await asUser(system, owner), space.id);
  await deleteWorkspace(ctx, { id: space.id, confirmName: space.name });
});

const isThere = async () =>
  (await system.owner.query("SELECT FROM workspace WHERE id = $1", [space.id])).rowCount === 1;
const purge = () => runTask(system.admin, "workspaces.purge");

test("a held workspace is never purged, and is purged within a minute of its release", async () => {
  const id = space.id;
  await consoleActs.holdWorkspace(await inConsole(system, admin), { id, reason });
  system.clock.advance({ days: 400 });
  await purge();
  expect(await isThere()).toBe(true);
  const worker = workerContext(system.admin, system.admin.random.uuid());
  await expect(consoleActs.purgeWorkspace(worker, { id, reason })).rejects.toMatchObject({ code: "WORKSPACE_HELD" });
  const ctx = await inConsole(system, admin);
  expect(await consoleActs.findSystemWorkspace(ctx, { id })).toMatchObject({ hold: { by: "Ada", reason } });
  await consoleActs.releaseWorkspace(ctx, { id, reason: "The court is done" });
  await purge();
  expect(await isThere()).toBe(false);
  expect((await auditOf(system, id)).map(({ action }) => action)).toEqual([
    "workspace.deleted",
    "workspace.hold_placed",
    "workspace.hold_lifted",
    "workspace.purged",
  ]);
});

test("a held one can be restored however long ago it was deleted; without the hold it could not", async () => {
  const id = space.id;
  await consoleActs.holdWorkspace(await inConsole(system, admin), { id, reason });
  system.clock.advance({ days: 60 });
  const ctx = await inConsole(system, admin);
  expect(await consoleActs.restoreWorkspace(ctx, { id, reason: "Its owner asked" })).toMatchObject({ id });
});

test("the console lists what is held apart, and not as purged soon while it is", async () => {
  const listed = async (filter: "held" | "purging_soon") => {
    const page = await consoleActs.listSystemWorkspaces(await inConsole(system, admin), { filter, q: space.slug });
    return page.items.map(({ id, isHeld }) => ({ id, isHeld }));
  };
  const { id } = space;
  system.clock.advance({ days: 25 });
  expect([await listed("held"), await listed("purging_soon")]).toEqual([[], [{ id, isHeld: false }]]);
  await consoleActs.holdWorkspace(await inConsole(system, admin), { id, reason });
  expect([await listed("held"), await listed("purging_soon")]).toEqual([[{ id, isHeld: true }], []]);
});

test("of twenty at once one places it and one lifts it; others hear how it stands", async () => {
  const id = space.id;
  const ctx = await inConsole(system, admin);
  const placed = await twentyAtOnce(() => consoleActs.holdWorkspace(ctx, { id, reason }));
  expect([placed.values.length, ...new Set(placed.codes)]).toEqual([1, "WORKSPACE_HELD"]);
  const lifted = await twentyAtOnce(() => consoleActs.releaseWorkspace(ctx, { id, reason }));
  expect([lifted.values.length, ...new Set(lifted.codes)]).toEqual([1, "WORKSPACE_NOT_HELD"]);
});

test("support may not; whose purge has begun cannot be held; a hold wants a fresh proof", async () => {
  const id = space.id;
  const support = await inConsole(system, await makeAccount(system, { systemRole: "SUPPORT" }));
  await expect(consoleActs.holdWorkspace(support, { id, reason })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const ctx = await inConsole(system, admin);
  await system.owner.query("UPDATE workspace SET purge_started_at = now() WHERE id = $1", [id]);
  await expect(consoleActs.holdWorkspace(ctx, { id, reason })).rejects.toMatchObject({ code: "RESTORE_WINDOW_CLOSED" });
  system.clock.advance({ minutes: 11 });
  await expect(consoleActs.holdWorkspace(ctx, { id, reason })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});
