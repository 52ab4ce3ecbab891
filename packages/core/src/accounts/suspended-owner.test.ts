import type { Role } from "@pronaflow/contract";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asGuest,
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
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/index.ts";
import { checkInvariants } from "../invariants/index.ts";
import { runTask } from "../jobs/run-task.ts";
import type { SystemContext, UserContext } from "../kernel/context.ts";
import { changeRole, leaveWorkspace } from "../members/index.ts";
import { acceptOwnership, nameHeir, offerOwnership } from "../ownership/index.ts";
import { listSystemWorkspaces } from "../system/index.ts";
import { createWorkspace } from "../workspaces/index.ts";
import { reactivateAccount, suspendAccount } from "./index.ts";

let system: TestSystem;
let ctx: SystemContext & UserContext;
let ana: TestAccount;
beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
});
afterAll(() => system.close());
beforeEach(async () => {
  ana = await makeAccount(system, { displayName: "Ana" });
  ctx = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
});

const reason = "Spam was sent from it";
const inAs = async (who: TestAccount, { id }: { id: string }) => inWorkspace(await asUser(system, who), id);

async function spaceWith(...roles: Role[]): Promise<{ space: TestWorkspace; people: TestAccount[] }> {
  const people = await Promise.all(roles.map(() => makeAccount(system)));
  const members = people.map((account, index) => ({ account, role: roles[index] ?? "MEMBER" }));
  return { space: await makeWorkspace(system, ana, members), people };
}
async function memberIdOf({ id: accountId }: TestAccount, { id }: TestWorkspace): Promise<string> {
  const sql = "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2";
  return (await system.owner.query(sql, [id, accountId])).rows[0].id;
}
async function rolesOf({ id }: TestWorkspace, people: TestAccount[]): Promise<string[]> {
  const { rows } = await system.owner.query("SELECT account_id, role FROM membership WHERE workspace_id = $1", [id]);
  return people.map((person) => rows.find((row) => row.account_id === person.id)?.role ?? "NONE");
}
const isOwnerless = async ({ id }: TestWorkspace): Promise<boolean> =>
  (await system.owner.query("SELECT ownerless_at FROM workspace WHERE id = $1", [id])).rows[0].ownerless_at !== null;
const first = async () => (await checkInvariants(system.owner, system.clock.now())).find(({ id }) => id === "I1");

test("with no other Owner, whoever was named heir takes over; Ana stays an Owner and is one of two on return", async () => {
  const { space, people } = await spaceWith("ADMIN", "GUEST");
  const [, heir] = people as [TestAccount, TestAccount];
  await nameHeir(await inAs(ana, space), { id: space.id, memberId: await memberIdOf(heir, space) });
  expect(await suspendAccount(ctx, { id: ana.id, reason })).toMatchObject({ workspaces: { passed: 1, ownerless: 0 } });
  expect(await rolesOf(space, [ana, ...people])).toEqual(["OWNER", "ADMIN", "OWNER"]);
  const told = (await auditOf(system, space.id)).at(-1);
  expect(told).toMatchObject({ action: "ownership.succeeded", detail: { after: { owner: heir.id, how: "HEIR" } } });
  // Why somebody was suspended is not the workspace's to read.
  expect(JSON.stringify(told)).not.toContain(reason);
  expect((await mailsTo(system, heir.email)).map(({ template }) => template)).toContain("ownership-succeeded");
  await reactivateAccount(ctx, { id: ana.id, reason });
  expect(await rolesOf(space, [ana, ...people])).toEqual(["OWNER", "ADMIN", "OWNER"]);
  await leaveWorkspace(await inAs(heir, space), { id: space.id });
  expect(await rolesOf(space, [ana])).toEqual(["OWNER"]);
});

test("where another Owner can act nothing passes, not even to an heir", async () => {
  const { space, people } = await spaceWith("OWNER", "MEMBER");
  const [other, heir] = people as [TestAccount, TestAccount];
  await nameHeir(await inAs(ana, space), { id: space.id, memberId: await memberIdOf(heir, space) });
  expect(await suspendAccount(ctx, { id: ana.id, reason })).toMatchObject({ workspaces: { passed: 0, ownerless: 0 } });
  expect(await rolesOf(space, people)).toEqual(["OWNER", "MEMBER"]);
  // The one who is left is the last who counts.
  const asOther = await inAs(other, space);
  await expect(leaveWorkspace(asOther, { id: space.id })).rejects.toMatchObject({ code: "LAST_OWNER" });
});

test("without an heir the Admin takes over; an offer that stood is void", async () => {
  const { space, people } = await spaceWith("ADMIN", "MEMBER");
  const [, member] = people as [TestAccount, TestAccount];
  const asMember = await asUser(system, member);
  const offer = await offerOwnership(await inAs(ana, space), {
    id: space.id,
    memberId: await memberIdOf(member, space),
  });
  await suspendAccount(ctx, { id: ana.id, reason });
  expect(await rolesOf(space, people)).toEqual(["OWNER", "MEMBER"]);
  await expect(acceptOwnership(await inWorkspace(asMember, space.id), { id: offer.id })).rejects.toMatchObject({
    code: "TRANSFER_GONE",
  });
});

test.each(["reactivated", "signed in at the end", "let be by the worker"])(
  "with nobody to take over it is marked ownerless, and no more once Ana is %s",
  async (how) => {
    const { space } = await spaceWith("MEMBER");
    const until = new Date(system.clock.now().getTime() + 86_400_000).toISOString();
    expect(await suspendAccount(ctx, { id: ana.id, until, reason })).toMatchObject({
      workspaces: { passed: 0, ownerless: 1 },
    });
    const listed = await listSystemWorkspaces(ctx, { filter: "ownerless" });
    expect(listed.items.map(({ id }) => id)).toContain(space.id);
    expect(await isOwnerless(space)).toBe(true);
    if (how === "reactivated") await reactivateAccount(ctx, { id: ana.id, reason });
    else {
      system.clock.set(new Date(until));
      if (how === "signed in at the end") {
        await signIn(asGuest(system.web), { identifier: ana.email, password: ana.password });
      }
      await runTask(system.admin, "suspensions.end");
    }
    expect(await isOwnerless(space)).toBe(false);
    expect((await auditOf(system, space.id)).at(-1)).toMatchObject({ action: "ownership.resumed" });
    expect(await first()).toMatchObject({ isHeld: true });
  },
);

const at = <T>(all: readonly T[], index: number): T => all[index] ?? expect.unreachable();

/** A workspace of two Owners, and what takes each of them away: one is suspended, the other goes by themselves. */
async function pairOfOwners(nth: number) {
  const [owner, other] = [await makeAccount(system), await makeAccount(system)];
  const space = await makeWorkspace(system, owner, [{ account: other, role: "OWNER" }]);
  const inside = await inAs(other, space);
  const input = { id: space.id, memberId: await memberIdOf(other, space), role: "MEMBER" as const };
  return [
    () => suspendAccount(ctx, { id: owner.id, reason }),
    () => (nth % 2 ? leaveWorkspace(inside, { id: space.id }) : changeRole(inside, input)),
  ];
}

test("one of two Owners is suspended while the other leaves or steps down: somebody who can act owns it, or it is marked", async () => {
  for (let round = 0; round < 6; round++) {
    const acts = (await Promise.all(Array.from({ length: 10 }, (_, nth) => pairOfOwners(nth)))).flat();
    const { codes } = await twentyAtOnce<unknown>((index) => at(acts, index)());
    expect(codes.filter((code) => code !== "LAST_OWNER")).toEqual([]);
    expect(await first()).toMatchObject({ isHeld: true, offenders: [] });
  }
});

test("an Owner is suspended while they hand over, and while they create another workspace", async () => {
  for (let round = 0; round < 5; round++) {
    ana = await makeAccount(system);
    const { space, people } = await spaceWith("MEMBER");
    const [bo] = people as [TestAccount];
    const asAna = await asUser(system, ana);
    const taker = await inAs(bo, space);
    const { id } = await offerOwnership(await inWorkspace(asAna, space.id), {
      id: space.id,
      memberId: await memberIdOf(bo, space),
    });
    const { codes } = await twentyAtOnce<unknown>((index) => {
      if (index % 3 === 0) return suspendAccount(ctx, { id: index % 2 ? ana.id : bo.id, reason });
      return index % 3 === 1 ? acceptOwnership(taker, { id }) : createWorkspace(asAna, { name: `Place ${index}` });
    });
    expect(
      codes.filter((code) => !["ACCOUNT_SUSPENDED", "TRANSFER_GONE", "UNAUTHENTICATED", "NOT_FOUND"].includes(code)),
    ).toEqual([]);
    expect(await first()).toMatchObject({ isHeld: true, offenders: [] });
  }
});
