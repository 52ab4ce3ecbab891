import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { asUser, inWorkspace, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inviteMembers } from "../invitations/index.ts";
import { removeMember } from "../members/index.ts";
import { openWorkspace, updateWorkspace } from "../workspaces/index.ts";
import { downloadLogExport, listAccessLog, listLogPeople, requestLogExport } from "./index.ts";
import { makeLogExport } from "./make-log-export.ts";

let system: TestSystem;
let [ana, ben, cleo]: TestAccount[] = [];
let space: TestWorkspace;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  [ana, ben, cleo] = [await named("Ana Ito"), await named("Ben Ông"), await named("Cleo 50%")];
  space = await makeWorkspace(system, ana, [
    { account: ben, role: "ADMIN" },
    { account: cleo, role: "MEMBER" },
  ]);
  for (const account of [ana, ben]) await openWorkspace(await by(account), { slug: space.slug });
});

async function named(name: string): Promise<TestAccount> {
  const account = await makeAccount(system);
  await system.owner.query("UPDATE account SET display_name = $2 WHERE id = $1", [account.id, name]);
  return account;
}

const by = async (account: TestAccount | undefined) =>
  await inWorkspace(await asUser(system, account ?? expect.unreachable()), space.id);

async function found(asked: Parameters<typeof listLogPeople>[1]): Promise<string[]> {
  return (await listLogPeople(await by(ana), asked)).items.map(({ displayName }) => displayName);
}

async function remove(account: TestAccount | undefined): Promise<void> {
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2",
    [space.id, account?.id],
  );
  await removeMember(await by(ana), { id: space.id, memberId: rows[0]?.id ?? expect.unreachable() });
}

test("everyone who acted is found, by name, username or a member's address, and nobody who did not", async () => {
  expect(await found({})).toEqual(["Ana Ito", "Ben Ông"]);
  expect(await found({ q: "  ÔNG" })).toEqual(["Ben Ông"]);
  expect(await found({ q: ana?.username })).toEqual(["Ana Ito"]);
  expect(await found({ q: ben?.email.toUpperCase() })).toEqual(["Ben Ông"]);
  expect(await found({ q: "%" })).toEqual([]);
  await openWorkspace(await by(cleo), { slug: space.slug });
  expect(await found({ q: "50%" })).toEqual(["Cleo 50%"]);
  expect(await found({ actorId: ben?.id })).toEqual(["Ben Ông"]);
});

test("who left is found still, as someone who left, but not by the address that is theirs", async () => {
  await remove(ben);
  const { items } = await listLogPeople(await by(ana), { q: "ben" });
  expect(items).toEqual([{ id: ben?.id, displayName: "Ben Ông", username: ben?.username, isMember: false }]);
  expect(await found({ q: ben?.email })).toEqual([]);
});

test("pages go on by name without a gap or a twin, also among namesakes", async () => {
  const twins = await Promise.all(Array.from({ length: 4 }, () => named("Dan Kim")));
  const crowd = await makeWorkspace(system, ana ?? expect.unreachable(), [
    ...twins.map((account) => ({ account, role: "MEMBER" as const })),
  ]);
  for (const account of [ana, ...twins]) {
    const user = await asUser(system, account ?? expect.unreachable());
    await openWorkspace(await inWorkspace(user, crowd.id), { slug: crowd.slug });
  }
  const ctx = await inWorkspace(await asUser(system, ana ?? expect.unreachable()), crowd.id);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listLogPeople(ctx, { limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(seen.toSorted()).toEqual([ana?.id, ...twins.map(({ id }) => id)].toSorted());
});

test.each([
  "x",
  Buffer.from("{}").toString("base64url"),
  Buffer.from('{"name":"\\u0000","id":1}').toString("base64url"),
])("the cursor %j is refused", async (cursor) => {
  await expect(found({ cursor })).rejects.toMatchObject({ code: "INVALID_INPUT", fields: { cursor: ["INVALID"] } });
});

test("it is for those who may view the log, and of this workspace alone", async () => {
  await expect(listLogPeople(await by(cleo), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  const other = await makeWorkspace(system, cleo ?? expect.unreachable());
  const stranger = await inWorkspace(await asUser(system, cleo ?? expect.unreachable()), other.id);
  await openWorkspace(stranger, { slug: other.slug });
  expect(await found({ q: "cleo" })).toEqual([]);
  expect((await listLogPeople(stranger, {})).items).toHaveLength(1);
});

test("an act upon a member names them after they are gone; an id written into a name tells nobody's", async () => {
  await remove(ben);
  await updateWorkspace(await by(ana), { id: space.id, description: String(cleo?.id) });
  const { items, names } = await listAccessLog(await by(ana), {});
  expect(items.find(({ action }) => action === "member.removed")).toMatchObject({ targetName: "Ben Ông" });
  expect(names).toEqual({ [String(ben?.id)]: "Ben Ông" });
});

test("an act upon an invitation says whose, in the list and in the file", async () => {
  await inviteMembers(await by(ana), { id: space.id, emails: ["dora@harbour.example"], role: "GUEST" });
  await remove(ben);
  const { items } = await listAccessLog(await by(ana), {});
  expect(items[1]).toMatchObject({ action: "invitation.created", targetName: "dora@harbour.example" });
  const { id } = await requestLogExport(await by(ana), { id: space.id, format: "csv" });
  await makeLogExport(system.admin, space.id, id);
  const { bytes } = await downloadLogExport(await by(ana), space.id, id);
  const file = Buffer.from(bytes).toString("utf8");
  expect(file).toMatch(/"invitation\.created","Ana Ito","[^"]+","dora@harbour\.example"/);
  expect(file).toMatch(/"member\.removed","Ana Ito","[^"]+","Ben Ông"/);
});
