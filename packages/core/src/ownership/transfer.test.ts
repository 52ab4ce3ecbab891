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
import { runTask } from "../jobs/run-task.ts";
import * as ownership from "./index.ts";

let system: TestSystem;
let ana: TestAccount;
let bo: TestAccount;
let space: TestWorkspace;

beforeAll(async () => {
  system = await openTestSystem();
});
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  [ana, bo] = await Promise.all([makeAccount(system), makeAccount(system)]);
  space = await makeWorkspace(system, ana, [{ account: bo, role: "MEMBER" }]);
});
afterAll(() => system.close());

const inSpace = async (who: TestAccount) => inWorkspace(await asUser(system, who), space.id);

async function memberOf(who: TestAccount) {
  const { rows } = await system.owner.query(
    "SELECT id, role, state FROM membership WHERE workspace_id = $1 AND account_id = $2",
    [space.id, who.id],
  );
  return rows[0] as { id: string; role: string; state: string };
}
async function offerTo(who: TestAccount, by = ana) {
  const { id: memberId } = await memberOf(who);
  return await ownership.offerOwnership(await inSpace(by), { id: space.id, memberId });
}
const stateOf = async (id: string) =>
  (await system.owner.query("SELECT state FROM ownership_transfer WHERE id = $1", [id])).rows[0]?.state;

test("an offer stands for seven days, changes nothing yet, and is mailed to both ends", async () => {
  const offer = await offerTo(bo);
  expect(Date.parse(offer.expiresAt) - system.clock.now().getTime()).toBe(7 * 24 * 3_600_000);
  expect(await memberOf(ana)).toMatchObject({ role: "OWNER" });
  expect(await memberOf(bo)).toMatchObject({ role: "MEMBER" });
  expect(await ownership.listOffers(await asUser(system, bo))).toMatchObject([
    { id: offer.id, workspaceName: space.name, from: ana.displayName, expiresAt: offer.expiresAt },
  ]);
  expect(await mailsTo(system, bo.email)).toMatchObject([
    { template: "ownership-offered", props: { fromName: ana.displayName, workspaceName: space.name } },
  ]);
  expect(await mailsTo(system, ana.email)).toMatchObject([{ template: "ownership-offer-made" }]);
  expect(await auditOf(system, offer.id)).toMatchObject([
    { action: "ownership.offered", actorId: ana.id, workspaceId: space.id, detail: { after: { to: bo.id } } },
  ]);
});

test("accepting swaps both roles in one commit, and every Owner hears of it", async () => {
  const third = await makeAccount(system);
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, gen_random_uuid(), 'OWNER', now())",
    [space.id, third.id],
  );
  const offer = await offerTo(bo);
  system.clock.advance({ days: 7, milliseconds: -1 });
  const taken = await ownership.acceptOwnership(await inSpace(bo), { id: offer.id });
  expect(taken).toEqual({ workspaceId: space.id, slug: space.slug, role: "OWNER" });
  expect(await memberOf(bo)).toMatchObject({ role: "OWNER" });
  expect(await memberOf(ana)).toMatchObject({ role: "ADMIN" });
  for (const { email } of [ana, bo, third]) {
    expect((await mailsTo(system, email)).at(-1)).toMatchObject({
      template: "ownership-transferred",
      props: { fromName: ana.displayName, toName: bo.displayName },
    });
  }
  expect((await auditOf(system, offer.id)).at(-1)).toMatchObject({
    action: "ownership.accepted",
    actorId: bo.id,
    detail: { before: { owner: ana.id, role: "MEMBER" }, after: { owner: bo.id, giverRole: "ADMIN" } },
  });
});

test("after seven days to the millisecond an offer is gone, and the worker says so to who made it", async () => {
  const offer = await offerTo(bo);
  system.clock.advance({ days: 7 });
  const taker = await inSpace(bo);
  await expect(ownership.acceptOwnership(taker, { id: offer.id })).rejects.toMatchObject({ code: "TRANSFER_GONE" });
  await expect(ownership.declineOwnership(taker, { id: offer.id })).rejects.toMatchObject({ code: "TRANSFER_GONE" });
  expect(await ownership.listOffers(taker)).toEqual([]);
  expect((await ownership.getOwnership(await inSpace(ana))).transfer).toBeNull();
  await runTask(system.admin, "ownership.expire");
  await runTask(system.admin, "ownership.expire");
  expect(await stateOf(offer.id)).toBe("EXPIRED");
  expect((await auditOf(system, offer.id)).map(({ action }) => action)).toEqual([
    "ownership.offered",
    "ownership.expired",
  ]);
  const ended = (await mailsTo(system, ana.email)).filter(({ template }) => template === "ownership-offer-ended");
  expect(ended).toMatchObject([{ props: { how: "EXPIRED", toName: bo.displayName } }]);
});

test("one offer at a time; one that ran out is not in the way before the worker comes by", async () => {
  const third = await makeAccount(system);
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, gen_random_uuid(), 'VIEWER', now())",
    [space.id, third.id],
  );
  const first = await offerTo(bo);
  await expect(offerTo(third)).rejects.toMatchObject({ code: "TRANSFER_PENDING" });
  system.clock.advance({ days: 7 });
  await offerTo(third);
  expect(await stateOf(first.id)).toBe("EXPIRED");
});

test("it may be declined by whom it was made to and taken back by an Owner, each once, and the other end is mailed", async () => {
  const declined = await offerTo(bo);
  const taker = await inSpace(bo);
  await ownership.declineOwnership(taker, { id: declined.id });
  expect((await mailsTo(system, ana.email)).at(-1)).toMatchObject({ props: { how: "DECLINED" } });
  await expect(ownership.acceptOwnership(taker, { id: declined.id })).rejects.toMatchObject({ code: "TRANSFER_GONE" });
  const cancelled = await offerTo(bo);
  const giver = await inSpace(ana);
  await ownership.cancelOwnership(giver, { id: space.id });
  expect((await mailsTo(system, bo.email)).at(-1)).toMatchObject({ props: { how: "CANCELLED" } });
  await expect(ownership.cancelOwnership(giver, { id: space.id })).rejects.toMatchObject({ code: "TRANSFER_GONE" });
  await expect(ownership.acceptOwnership(taker, { id: cancelled.id })).rejects.toMatchObject({ code: "TRANSFER_GONE" });
});

test("nobody but the one it was made to can take, decline or see it", async () => {
  const [third, stranger] = await Promise.all([makeAccount(system), makeAccount(system)]);
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, gen_random_uuid(), 'ADMIN', now())",
    [space.id, third.id],
  );
  const { id } = await offerTo(bo);
  const inside = await inSpace(third);
  await expect(ownership.acceptOwnership(inside, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ownership.declineOwnership(inside, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ownership.cancelOwnership(inside, { id: space.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await ownership.getOwnership(inside)).transfer).toBeNull();
  for (const who of [third, stranger, ana]) {
    const ctx = await asUser(system, who);
    await expect(ownership.proveTransferScope(ctx, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

test("offering wants a fresh proof and a member who can act and does not own it yet", async () => {
  const late = await inSpace(ana);
  const { id: memberId } = await memberOf(bo);
  const { id: mine } = await memberOf(ana);
  const elsewhere = await makeWorkspace(system, bo);
  const { rows } = await system.owner.query("SELECT id FROM membership WHERE workspace_id = $1", [elsewhere.id]);
  const offer = (id: string, ctx = late) => ownership.offerOwnership(ctx, { id: space.id, memberId: id });
  await expect(offer(mine)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(offer(rows[0].id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const [column, value] of [
    ["status", "SUSPENDED"],
    ["deletion_due_at", "2030-01-01"],
  ]) {
    const type = column === "status" ? `"AccountStatus"` : "timestamptz";
    await system.owner.query(
      `UPDATE account SET ${column} = $2::${type}${column === "status" ? ", suspended_at = now()" : ""} WHERE id = $1`,
      [bo.id, value],
    );
    await expect(offer(memberId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await system.owner.query(
      "UPDATE account SET status = 'ACTIVE', suspended_at = NULL, deletion_due_at = NULL WHERE id = $1",
      [bo.id],
    );
  }
  system.clock.advance({ minutes: 10, milliseconds: 1 });
  await expect(offer(memberId)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  await expect(offer(mine, await inSpace(bo))).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("an offer whose giver is no Owner any more is taken back when it is accepted", async () => {
  const third = await makeAccount(system);
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, gen_random_uuid(), 'OWNER', now())",
    [space.id, third.id],
  );
  const { id } = await offerTo(bo);
  await system.owner.query("UPDATE membership SET role = 'MEMBER' WHERE workspace_id = $1 AND account_id = $2", [
    space.id,
    ana.id,
  ]);
  await expect(ownership.acceptOwnership(await inSpace(bo), { id })).rejects.toMatchObject({ code: "TRANSFER_GONE" });
  expect(await stateOf(id)).toBe("CANCELLED");
  expect(await memberOf(bo)).toMatchObject({ role: "MEMBER" });
  expect((await auditOf(system, id)).at(-1)).toMatchObject({ action: "ownership.cancelled", actorId: bo.id });
});

test("who owns twenty workspaces takes no other; a guest's end is over once they own it", async () => {
  for (let index = 0; index < 19; index++) await makeWorkspace(system, bo);
  const last = await makeWorkspace(system, bo);
  await system.owner.query(
    "UPDATE membership SET role = 'GUEST', ends_at = now() + '9 years' WHERE workspace_id = $1 AND account_id = $2",
    [space.id, bo.id],
  );
  const { id } = await offerTo(bo);
  const taker = await inSpace(bo);
  await expect(ownership.acceptOwnership(taker, { id })).rejects.toMatchObject({ code: "WORKSPACE_LIMIT_REACHED" });
  expect(await stateOf(id)).toBe("PENDING");
  await system.owner.query("UPDATE workspace SET deleted_at = now(), final_at = now() WHERE id = $1", [last.id]);
  await ownership.acceptOwnership(taker, { id });
  expect(await memberOf(bo)).toMatchObject({ role: "OWNER" });
});

test("of twenty who accept at once, or accept and take back at once, one is heard", async () => {
  const { id } = await offerTo(bo);
  const [taker, giver] = await Promise.all([inSpace(bo), inSpace(ana)]);
  const { values, codes } = await twentyAtOnce<unknown>((index) =>
    index % 2 ? ownership.acceptOwnership(taker, { id }) : ownership.cancelOwnership(giver, { id: space.id }),
  );
  expect(values).toHaveLength(1);
  expect(codes.every((code) => ["TRANSFER_GONE", "FORBIDDEN"].includes(code))).toBe(true);
  expect(await auditOf(system, id)).toHaveLength(2);
});

test("of twenty offers at once one is made", async () => {
  const ctx = await inSpace(ana);
  const { id: memberId } = await memberOf(bo);
  const { values, codes } = await twentyAtOnce(() => ownership.offerOwnership(ctx, { id: space.id, memberId }));
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["TRANSFER_PENDING"]));
});
