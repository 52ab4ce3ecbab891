import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inConsole,
  inLine,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkInvariants } from "../invariants/index.ts";
import { workerContext } from "../kernel/scope.ts";
import { deleteWorkspace, undeleteWorkspace } from "../workspaces/index.ts";
import { holdWorkspace, purgeWorkspace, restoreWorkspace } from "./index.ts";

// A deleted workspace that everybody reaches for at once comes back whole or is purged whole.

let system: TestSystem;
let admin: TestAccount;
let owner: TestAccount;
let space: TestWorkspace;
const reason = "Asked for by its owner";

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
  admin = await makeAccount(system, { systemRole: "ADMIN" });
});
afterAll(() => system.close());
beforeEach(async () => {
  owner = await makeAccount(system);
  const members: { account: TestAccount; role: "MEMBER" }[] = [];
  for (let nth = 0; nth < 8; nth++) members.push({ account: await makeAccount(system), role: "MEMBER" });
  space = await makeWorkspace(system, owner, members);
  const ctx = await inWorkspace(await asUser(system, owner), space.id);
  await deleteWorkspace(ctx, { id: space.id, confirmName: space.name });
});

const purge = () => purgeWorkspace(workerContext(system.admin, system.admin.random.uuid()), { id: space.id, reason });

/** How many rows each table has of it: nine members, or none of anything. */
async function left(): Promise<number[]> {
  const { rows } = await system.owner.query(
    `SELECT (SELECT count(*)::integer FROM workspace WHERE id = $1) AS spaces,
       (SELECT count(*)::integer FROM membership WHERE workspace_id = $1) AS members,
       (SELECT count(*)::integer FROM workspace_settings WHERE workspace_id = $1) AS settings,
       (SELECT count(*)::integer FROM workspace_tombstone WHERE workspace_id = $1) AS tombstones`,
    [space.id],
  );
  const { spaces, members, settings, tombstones } = rows[0] ?? expect.unreachable();
  return [spaces, members, settings, tombstones];
}
const WHOLE = [1, 9, 1, 0];
const GONE = [0, 0, 0, 1];

const times = async (action: string) => (await auditOf(system, space.id)).filter((row) => row.action === action).length;

// Three rounds: another act is the first to be asked for in each.
test.each([0, 1, 2])("held, restored and purged at once (%i): whole or gone, and told once", async (round) => {
  // A hold of before lets a workspace be restored whose time is over: only then the two can meet.
  const early = await inConsole(system, admin);
  await holdWorkspace(early, { id: space.id, reason });
  system.clock.advance({ days: 30 });
  await system.owner.query("UPDATE workspace SET held_at = NULL, held_by = NULL, hold_reason = NULL WHERE id = $1", [
    space.id,
  ]);
  const ctx = await inConsole(system, admin);
  const acts = [
    purge,
    () => holdWorkspace(ctx, { id: space.id, reason }),
    () => restoreWorkspace(ctx, { id: space.id, reason }),
  ];
  const { codes } = await twentyAtOnce<unknown>((index) => (acts[(index + round) % 3] ?? expect.unreachable())());
  const expected = ["WORKSPACE_HELD", "WORKSPACE_NOT_DELETED", "RESTORE_WINDOW_CLOSED", "NOT_FOUND"];
  expect(codes.filter((code) => !expected.includes(code))).toEqual([]);
  const isPurged = (await times("workspace.purged")) === 1;
  expect(await left()).toEqual(isPurged ? GONE : WHOLE);
  const isRestored = (await times("workspace.restored")) === 1;
  const isHeld = (await times("workspace.hold_placed")) === 2;
  expect(isPurged && (isRestored || isHeld)).toBe(false);
  expect(isPurged || isHeld).toBe(true);
});

test("a hold that comes first stops the purge behind it, and lets the restore through", async () => {
  system.clock.advance({ days: 30 });
  const ctx = await inConsole(system, admin);
  const hold = () => holdWorkspace(ctx, { id: space.id, reason });
  expect((await inLine<unknown>(system, space.id, [hold, purge])).codes).toEqual(["WORKSPACE_HELD"]);
  const restore = () => restoreWorkspace(ctx, { id: space.id, reason });
  expect((await inLine<unknown>(system, space.id, [restore, purge])).codes).toEqual(["WORKSPACE_NOT_DELETED"]);
  expect(await left()).toEqual(WHOLE);
});

test("whose time is over is not restored before the purge that waits behind, nor held once it began", async () => {
  system.clock.advance({ days: 30 });
  const ctx = await inConsole(system, admin);
  const { codes } = await inLine<unknown>(system, space.id, [
    () => restoreWorkspace(ctx, { id: space.id, reason }),
    purge,
    () => holdWorkspace(ctx, { id: space.id, reason }),
  ]);
  expect(codes).toEqual(["RESTORE_WINDOW_CLOSED", "RESTORE_WINDOW_CLOSED"]);
  expect(await left()).toEqual(GONE);
});

test("its Owner and an admin who bring it back at once bring it back once", async () => {
  const [theirs, console] = [await asUser(system, owner), await inConsole(system, admin)];
  const { values, codes } = await twentyAtOnce<unknown>((index) =>
    index % 2 ? undeleteWorkspace(theirs, { id: space.id }) : restoreWorkspace(console, { id: space.id, reason }),
  );
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["WORKSPACE_NOT_DELETED"]));
  expect((await times("workspace.restored")) + (await times("workspace.undeleted"))).toBe(1);
  expect(await left()).toEqual(WHOLE);
});

test("at the moment its time is over it is restored no more, and purged once by twenty", async () => {
  const ctx = await inConsole(system, admin);
  system.clock.advance({ days: 30 });
  const late = await inConsole(system, admin);
  await expect(restoreWorkspace(ctx, { id: space.id, reason })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  const { codes } = await twentyAtOnce<unknown>((index) =>
    index % 2 ? purge() : restoreWorkspace(late, { id: space.id, reason }),
  );
  expect(new Set(codes)).toEqual(
    new Set(["RESTORE_WINDOW_CLOSED", "NOT_FOUND"].filter((code) => codes.includes(code))),
  );
  expect(await left()).toEqual(GONE);
  expect(await times("workspace.purged")).toBe(1);
  const [, , , , i5, , , , i9] = await checkInvariants(system.owner, system.clock.now());
  expect(i9?.offenders).toEqual([]);
  expect(i5?.offenders.filter((line) => line.includes("purged"))).toEqual([]);
});
