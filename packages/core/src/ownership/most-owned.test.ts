import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inWorkspace,
  linkTokenOf,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { acceptInvitation, inviteMembers } from "../invitations/index.ts";
import { changeRole } from "../members/index.ts";
import { createWorkspace } from "../workspaces/index.ts";

// Somebody who owns twenty (decision 018): they take on no other, and nobody learns of it from them.

let system: TestSystem;
let busy: TestAccount;
let boss: TestAccount;
let space: TestWorkspace;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
});
afterAll(() => system.close());
beforeEach(async () => {
  [busy, boss] = [await makeAccount(system), await makeAccount(system)];
  for (let count = 0; count < 20; count++) await makeWorkspace(system, busy);
  space = await makeWorkspace(system, boss);
});

const bossInside = async () => inWorkspace(await asUser(system, boss), space.id);

async function owned(): Promise<number> {
  const { rows } = await system.owner.query(
    `SELECT count(*)::integer AS owned FROM membership m JOIN workspace w ON w.id = m.workspace_id
     WHERE m.account_id = $1 AND m.role = 'OWNER' AND m.state = 'ACTIVE' AND w.deleted_at IS NULL`,
    [busy.id],
  );
  return rows[0].owned;
}

test("asked to join as an Owner they are told of their own limit, nothing is done, and the link goes on standing", async () => {
  const { rows } = await inviteMembers(await bossInside(), { id: space.id, emails: [busy.email], role: "OWNER" });
  const token = await linkTokenOf(system, busy.email, "invitation");
  const user = await asUser(system, busy);
  const { values, codes } = await twentyAtOnce(() => acceptInvitation(user, { token }));
  expect(values).toEqual([]);
  expect(new Set(codes)).toEqual(new Set(["WORKSPACE_LIMIT_REACHED"]));
  expect((await auditOf(system, rows[0]?.invitationId ?? "")).map(({ action }) => action)).toEqual([
    "invitation.created",
  ]);
  await system.owner.query("UPDATE workspace SET deleted_at = now(), final_at = now() WHERE created_by = $1", [
    busy.id,
  ]);
  expect(await acceptInvitation(user, { token })).toMatchObject({ role: "OWNER", slug: space.slug });
});

test("in any other role they join as everybody does", async () => {
  await inviteMembers(await bossInside(), { id: space.id, emails: [busy.email], role: "ADMIN" });
  const token = await linkTokenOf(system, busy.email, "invitation");
  expect(await acceptInvitation(await asUser(system, busy), { token })).toMatchObject({ role: "ADMIN" });
});

test("made a co-owner by another Owner they are one, twenty times at once: an answer tells nothing of what else they own", async () => {
  const idle = await makeAccount(system);
  const shared = await makeWorkspace(system, boss, [
    { account: busy, role: "MEMBER" },
    { account: idle, role: "MEMBER" },
  ]);
  const ctx = await inWorkspace(await asUser(system, boss), shared.id);
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 AND role = 'MEMBER'",
    [shared.id],
  );
  const { values, codes } = await twentyAtOnce((index) =>
    changeRole(ctx, { id: shared.id, memberId: rows[index % 2]?.id ?? "", role: "OWNER" }),
  );
  expect(codes).toEqual([]);
  for (const value of values) expect(value).toEqual({ ...values[0], memberId: value.memberId });
  expect(await owned()).toBe(21);
  await expect(createWorkspace(await asUser(system, busy), { name: "One more" })).rejects.toMatchObject({
    code: "WORKSPACE_LIMIT_REACHED",
    meta: { limit: 20 },
  });
});
