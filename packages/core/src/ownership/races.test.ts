import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inLine,
  inWorkspace,
  linkTokenOf,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
  twentyPiledUp,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { acceptInvitation, inviteMembers } from "../invitations/index.ts";
import { endMembers } from "../jobs/end-members.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import { removeMember, setMemberEnd } from "../members/index.ts";
import { createWorkspace, deleteWorkspace, undeleteWorkspace, updateWorkspace } from "../workspaces/index.ts";
import { acceptOwnership, declineOwnership, nameHeir, offerOwnership } from "./index.ts";

let system: TestSystem;
let ana: TestAccount;
let bo: TestAccount;
let space: TestWorkspace;
let memberId: string;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
});
afterAll(() => system.close());
beforeEach(async () => {
  [ana, bo] = [await makeAccount(system), await makeAccount(system)];
  space = await makeWorkspace(system, ana, [{ account: bo, role: "GUEST" }]);
  memberId = await memberIdOf(bo);
});

const inAs = async (who: TestAccount, id = space.id) => inWorkspace(await asUser(system, who), id);

async function memberIdOf({ id }: TestAccount, workspaceId = space.id): Promise<string> {
  const sql = "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2";
  return (await system.owner.query(sql, [workspaceId, id])).rows[0].id;
}

test.each([0, 1])("an offer that is taken and turned down at once (%i) ends once", async (round) => {
  const { id } = await offerOwnership(await inAs(ana), { id: space.id, memberId });
  const taker = await inAs(bo);
  const { values, codes } = await twentyPiledUp<unknown>(system, space.id, (index) =>
    ((index + round) % 2 ? acceptOwnership : declineOwnership)(taker, { id }),
  );
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["TRANSFER_GONE"]));
  const ends = (await auditOf(system, id)).map(({ action }) => action);
  const { rows } = await system.owner.query("SELECT role FROM membership WHERE id = $1", [memberId]);
  expect(ends).toHaveLength(2);
  expect(rows).toEqual([{ role: ends[1] === "ownership.accepted" ? "OWNER" : "GUEST" }]);
});

test("who is named heir and removed at once is nobody's heir", async () => {
  const ctx = await inAs(ana);
  const { codes } = await twentyPiledUp<unknown>(system, space.id, (index) =>
    (index % 2 ? nameHeir : removeMember)(ctx, { id: space.id, memberId }),
  );
  expect(new Set(codes)).toEqual(new Set(["NOT_FOUND"]));
  const { rows } = await system.owner.query("SELECT heir_account_id FROM membership WHERE workspace_id = $1", [
    space.id,
  ]);
  expect(rows).toEqual([{ heir_account_id: null }]);
});

test.each(["who puts it off", "the worker"])(
  "a Guest whose end is put off as the worker comes: first is %s",
  async (first) => {
    const ctx = await inAs(ana);
    const now = system.clock.now().getTime();
    await setMemberEnd(ctx, { id: space.id, memberId, endsAt: new Date(now + 1000).toISOString() });
    system.clock.advance({ seconds: 1 });
    const endsAt = new Date(now + 3_600_000).toISOString();
    const putOff = () => setMemberEnd(ctx, { id: space.id, memberId, endsAt });
    // The worker has read who is due before anybody has the workspace.
    const acts =
      first === "the worker" ? [() => endMembers(system.admin), putOff] : [putOff, () => endMembers(system.admin)];
    const { codes } = await inLine<unknown>(system, space.id, [...acts, ...acts]);
    expect(codes).toEqual([]);
    const { rows } = await system.owner.query("SELECT state::text, ends_at FROM membership WHERE id = $1", [memberId]);
    const told = (await auditOf(system, memberId)).map(({ action }) => action);
    expect(told).toEqual([
      "member.end_changed",
      ...(first === "the worker" ? ["member.ended"] : []),
      "member.end_changed",
    ]);
    expect(rows).toEqual([{ state: first === "the worker" ? "DEACTIVATED" : "ACTIVE", ends_at: new Date(endsAt) }]);
  },
);

// Four rounds: another way is the first to be asked for in each.
test.each([0, 1, 2, 3])(
  "twenty is the most one takes on, by making, taking over, joining as Owner and bringing back at once (%i)",
  async (round) => {
    const owned: TestWorkspace[] = [];
    for (let count = 0; count < 18; count++) owned.push(await makeWorkspace(system, ana));
    // With that of the beginning nineteen: one more may be.
    const [deleted] = owned;
    const lost = deleted ?? expect.unreachable();
    await deleteWorkspace(await inAs(ana, lost.id), { id: lost.id, confirmName: lost.name });
    await makeWorkspace(system, ana);
    const given = await makeWorkspace(system, bo, [{ account: ana, role: "MEMBER" }]);
    const offer = await offerOwnership(await inAs(bo, given.id), {
      id: given.id,
      memberId: await memberIdOf(ana, given.id),
    });
    const shared = await makeWorkspace(system, bo);
    await inviteMembers(await inAs(bo, shared.id), { id: shared.id, emails: [ana.email], role: "OWNER" });
    const token = await linkTokenOf(system, ana.email, "invitation");
    const [user, taker] = [await asUser(system, ana), await inAs(ana, given.id)];
    const acts = [
      () => createWorkspace(user, { name: "One more" }),
      () => undeleteWorkspace(user, { id: lost.id }),
      () => acceptOwnership(taker, { id: offer.id }),
      () => acceptInvitation(user, { token }),
    ];
    const { values, codes } = await twentyAtOnce<unknown>((index) =>
      (acts[(index + round) % 4] ?? expect.unreachable())(),
    );
    expect(values).toHaveLength(1);
    const expected = ["WORKSPACE_LIMIT_REACHED", "WORKSPACE_NOT_DELETED", "TRANSFER_GONE", "ALREADY_MEMBER"];
    expect(codes.filter((code) => !expected.includes(code))).toEqual([]);
    const { rows } = await system.owner.query(
      `SELECT count(*)::integer AS owned FROM membership m JOIN workspace w ON w.id = m.workspace_id
     WHERE m.account_id = $1 AND m.role = 'OWNER' AND w.deleted_at IS NULL`,
      [ana.id],
    );
    expect(rows).toEqual([{ owned: 20 }]);
  },
);

test("of workspaces that move to one address at once, or to ones that read alike, one gets it", async () => {
  const contexts: WorkspaceContext[] = [];
  for (let count = 0; count < 10; count++) {
    const owner = await makeAccount(system);
    const one = await makeWorkspace(system, owner);
    contexts.push(await inAs(owner, one.id));
  }
  const { values, codes } = await twentyAtOnce((index) => {
    const ctx = contexts[index % 10] ?? expect.unreachable();
    return updateWorkspace(ctx, { id: ctx.scope.workspaceId, slug: index % 2 ? "the-harbour" : "the-harb0ur" });
  });
  expect(new Set(codes)).toEqual(new Set(["SLUG_TAKEN"]));
  expect(new Set(values.map(({ id }) => id)).size).toBe(1);
});
