import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openSessionFor,
  openTestSystem,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/index.ts";
import { runTask } from "../jobs/run-task.ts";
import { authenticateRequest } from "../sessions/index.ts";
import { listMarks, updateSettings } from "../settings/index.ts";
import { createToken } from "../tokens/index.ts";
import { listWorkspaces, openWorkspace } from "../workspaces/index.ts";
import { changeRole, leaveWorkspace, listMembers, reactivateMember, setMemberEnd, updateMember } from "./index.ts";

let system: TestSystem;
let [owner, guest]: TestAccount[] = [];
let space: TestWorkspace;
let memberId: string;
const own = () => owner ?? expect.unreachable();
const visitor = () => guest ?? expect.unreachable();

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  [owner, guest] = [await makeAccount(system), await makeAccount(system)];
  space = await makeWorkspace(system, own(), [{ account: visitor(), role: "GUEST" }]);
  const { rows } = await system.owner.query<{ id: string }>("SELECT id FROM membership WHERE account_id = $1", [
    visitor().id,
  ]);
  memberId = rows[0]?.id ?? expect.unreachable();
});

const inAs = async (account: TestAccount) => inWorkspace(await asUser(system, account), space.id);
const inHours = (hours: number) => new Date(system.clock.now().getTime() + hours * 3_600_000).toISOString();
const setEnd = async (endsAt: string | null) => setMemberEnd(await inAs(own()), { id: space.id, memberId, endsAt });

test("a Guest is let in until their end, to the millisecond, in person and by their program", async () => {
  expect(await setEnd(inHours(2))).toMatchObject({ memberId, endsAt: inHours(2) });
  const user = await asUser(system, visitor());
  const { token } = await createToken(user, { name: "CI", permissions: ["workspace.view"], expiresInDays: 1 });
  const program = await withToken(system.web, token);
  system.clock.advance({ hours: 2, milliseconds: -1 });
  const inside = await inWorkspace(user, space.id);
  await inWorkspace(program, space.id);
  system.clock.advance({ milliseconds: 1 });
  for (const ctx of [user, program]) {
    await expect(inWorkspace(ctx, space.id)).rejects.toMatchObject({ code: "NOT_FOUND", meta: {} });
  }
  // The proof of a moment ago is judged again where something would change.
  await expect(leaveWorkspace(inside, { id: space.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("within the minute the worker deactivates whose end has come, once, and tells them; nobody else", async () => {
  await setEnd(inHours(1));
  system.clock.advance({ hours: 1, milliseconds: -1 });
  await runTask(system.admin, "members.end");
  expect(await mailsTo(system, visitor().email)).toEqual([]);
  system.clock.advance({ milliseconds: 1 });
  await Promise.all([runTask(system.admin, "members.end"), runTask(system.admin, "members.end")]);
  await runTask(system.admin, "members.end");
  const { items } = await listMembers(await inAs(own()), { id: space.id, state: "DEACTIVATED" });
  expect(items).toMatchObject([{ id: memberId, state: "DEACTIVATED", role: "GUEST" }]);
  expect(await mailsTo(system, visitor().email)).toMatchObject([
    { template: "member-ended", props: { workspaceName: space.name } },
  ]);
  const rows = await auditOf(system, memberId);
  expect(rows.map(({ action, actorKind }) => ({ action, actorKind }))).toEqual([
    { action: "member.end_changed", actorKind: "ACCOUNT" },
    { action: "member.ended", actorKind: "SYSTEM" },
  ]);
});

test("after the end, signing in leads nowhere that would turn one away", async () => {
  await setEnd(inHours(1));
  const inside = await inWorkspace(await asUser(system, visitor()), space.id);
  await openWorkspace(inside, { slug: space.slug });
  system.clock.advance({ hours: 1 });
  const entered = await signIn(asGuest(system.web), { identifier: visitor().email, password: visitor().password });
  expect(JSON.stringify(entered)).not.toContain(space.slug);
});

test("after the end no list of their own names it, nor its logo, whether or not the worker came by", async () => {
  await setEnd(inHours(1));
  const settings = await inAs(own());
  await updateSettings(settings, { id: space.id, accentColour: "#1d4ed8" });
  const named = async () => {
    const { ownWorkspaces: _read, ...actor } = (await asUser(system, visitor())).actor;
    const ctx = { ...asGuest(system.web), actor };
    return { list: await listWorkspaces(ctx), marks: (await listMarks(ctx)).items };
  };
  const token = await openSessionFor(system, visitor(), system.web);
  const read = async () => {
    const { actor } = await authenticateRequest(
      system.web,
      { authorization: `Bearer ${token}` },
      { also: "own workspaces" },
    );
    return actor ? await listWorkspaces({ ...asGuest(system.web), actor }) : null;
  };
  expect(await named()).toMatchObject({ list: [{ id: space.id }], marks: [{ id: space.id }] });
  expect(await read()).toMatchObject([{ id: space.id }]);
  system.clock.advance({ hours: 1 });
  expect(await named()).toEqual({ list: [], marks: [] });
  expect(await read()).toEqual([]);
});

test("who comes back after their end has none until one is set anew", async () => {
  await setEnd(inHours(1));
  system.clock.advance({ hours: 1 });
  await runTask(system.admin, "members.end");
  const back = await reactivateMember(await inAs(own()), { id: space.id, memberId });
  expect(back).toMatchObject({ state: "ACTIVE", endsAt: null });
  expect((await inAs(visitor())).scope.role).toBe("GUEST");
});

test("only Guests end, an end lies ahead, and a better role has none", async () => {
  await expect(setEnd(inHours(0))).rejects.toMatchObject({ fields: { endsAt: ["END_PASSED"] } });
  await expect(setEnd("tomorrow")).rejects.toMatchObject({ code: "INVALID_INPUT", fields: { endsAt: ["INVALID"] } });
  await setEnd(inHours(5));
  const ctx = await inAs(own());
  expect(await changeRole(ctx, { id: space.id, memberId, role: "VIEWER" })).toMatchObject({ endsAt: null });
  await expect(setEnd(inHours(5))).rejects.toMatchObject({ fields: { endsAt: ["ONLY_GUESTS_END"] } });
});

test("an end can be taken away again, and the same one twice changes nothing", async () => {
  await setEnd(inHours(5));
  await setEnd(inHours(5));
  expect(await updateMember(await inAs(own()), { id: space.id, memberId, endsAt: null })).toMatchObject({
    endsAt: null,
  });
  expect((await auditOf(system, memberId)).map(({ action }) => action)).toEqual([
    "member.end_changed",
    "member.end_changed",
  ]);
});
