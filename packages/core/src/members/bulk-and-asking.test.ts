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
import { askForPermission, changeMembers, findGrantors } from "./index.ts";

let system: TestSystem;
let people: TestAccount[];
let space: TestWorkspace;
const nth = (index: number) => people[index] ?? expect.unreachable();

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ days: 2 });
  people = [];
  for (const name of ["Owner", "Admin", "Member", "Viewer", "Guest"]) {
    people.push(await makeAccount(system, { displayName: `The ${name}` }));
  }
  space = await makeWorkspace(system, nth(0), [
    { account: nth(1), role: "ADMIN" },
    { account: nth(2), role: "MEMBER" },
    { account: nth(3), role: "VIEWER" },
    { account: nth(4), role: "GUEST" },
  ]);
});

const inAs = async (index: number) => inWorkspace(await asUser(system, nth(index)), space.id);

async function idOf(index: number): Promise<string> {
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2",
    [space.id, nth(index).id],
  );
  return rows[0]?.id ?? expect.unreachable();
}

test("a bulk act answers row by row: what cannot be done does not keep the rest", async () => {
  const [owner, admin, member, guest] = [await idOf(0), await idOf(1), await idOf(2), await idOf(4)];
  const nobody = system.web.random.uuid();
  const memberIds = [owner, member, nobody, admin, guest];
  const { results } = await changeMembers(await inAs(1), { id: space.id, memberIds, active: false });
  expect(results).toEqual([
    { memberId: owner, code: "MEMBER_ABOVE" },
    { memberId: member, code: null },
    { memberId: nobody, code: "NOT_FOUND" },
    { memberId: admin, code: "MEMBER_ABOVE" },
    { memberId: guest, code: null },
  ]);
  for (const id of [member, guest]) {
    expect((await auditOf(system, id)).map(({ action }) => action)).toEqual(["member.deactivated"]);
  }
  expect(await auditOf(system, owner)).toEqual([]);
});

test("a bulk removal by the only Owner leaves the Owner", async () => {
  const memberIds = [await idOf(0), await idOf(1), await idOf(2), await idOf(3), await idOf(4)];
  const { results } = await changeMembers(await inAs(0), { id: space.id, memberIds, remove: true });
  expect(results.map(({ code }) => code)).toEqual(["LAST_OWNER", null, null, null, null]);
});

test("what would meet every row fails the whole: a role that may not, two acts, a twin, too many", async () => {
  const memberIds = [await idOf(4)];
  await expect(changeMembers(await inAs(2), { id: space.id, memberIds, active: false })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const owner = await inAs(0);
  const many = Array.from({ length: 201 }, () => system.web.random.uuid());
  for (const input of [
    { memberIds },
    { memberIds, active: true, remove: true as const },
    { memberIds: [...memberIds, ...memberIds], active: true },
    { memberIds: [], active: true },
    { memberIds: many, active: true },
  ]) {
    await expect(changeMembers(owner, { id: space.id, ...input })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  }
});

test("asking mails those who can give it, in their language, and is in the audit", async () => {
  await system.owner.query("UPDATE account SET locale = 'vi' WHERE id = $1", [nth(0).id]);
  const asked = await askForPermission(await inAs(3), { id: space.id, permission: "members.invite" });
  expect(asked).toEqual({ status: "asked" });
  for (const [index, locale] of [
    [0, "vi"],
    [1, "en"],
  ] as const) {
    expect(await mailsTo(system, nth(index).email)).toMatchObject([
      { template: "permission-asked", locale, props: { askedBy: "The Viewer", permission: "members.invite" } },
    ]);
  }
  expect(await mailsTo(system, nth(2).email)).toEqual([]);
  expect(await auditOf(system, `${await idOf(3)}:members.invite`)).toMatchObject([
    { action: "permission.asked", actorId: nth(3).id, workspaceId: space.id },
  ]);
});

test("what only an Owner can give is asked of Owners alone, though an Admin has it too", async () => {
  await askForPermission(await inAs(2), { id: space.id, permission: "settings.update" });
  expect(await mailsTo(system, nth(0).email)).toHaveLength(1);
  expect(await mailsTo(system, nth(1).email)).toEqual([]);
});

test("within a day it is asked once, however many ask at once; a day later again", async () => {
  const ctx = await inAs(4);
  const ask = () => askForPermission(ctx, { id: space.id, permission: "members.view" });
  const { values, codes } = await twentyAtOnce(ask);
  expect(codes.every((code) => code === "RATE_LIMITED")).toBe(true);
  expect(values.filter(({ status }) => status === "asked")).toHaveLength(1);
  expect(values.filter(({ status }) => status === "already_asked")).toHaveLength(4);
  expect(await mailsTo(system, nth(0).email)).toHaveLength(1);
  system.clock.advance({ days: 1 });
  const again = await askForPermission(await inAs(4), { id: space.id, permission: "members.view" });
  expect(again).toEqual({ status: "asked" });
});

test("what one may do already is not asked for", async () => {
  const answer = await askForPermission(await inAs(1), { id: space.id, permission: "members.invite" });
  expect(answer).toEqual({ status: "already_held" });
  expect(await mailsTo(system, nth(0).email)).toEqual([]);
});

test("who can give a permission is told by name to those who see the members, by role to the others", async () => {
  const asked = { id: space.id, permission: "members.invite" } as const;
  expect(await findGrantors(await inAs(3), asked)).toEqual({
    roles: ["OWNER", "ADMIN"],
    people: [
      { displayName: "The Owner", role: "OWNER" },
      { displayName: "The Admin", role: "ADMIN" },
    ],
  });
  expect(await findGrantors(await inAs(4), asked)).toEqual({ roles: ["OWNER", "ADMIN"], people: [] });
});
