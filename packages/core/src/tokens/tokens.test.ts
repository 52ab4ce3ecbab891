import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asGuest,
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
import { updateProfile } from "../identity/index.ts";
import type { Actor, UserContext } from "../kernel/context.ts";
import { authenticateRequest } from "../sessions/authenticate-request.ts";
import {
  createWorkspace,
  deleteWorkspace,
  findWorkspace,
  listWorkspaces,
  updateWorkspace,
} from "../workspaces/index.ts";
import { createToken, listTokens, revokeToken } from "./index.ts";

let system: TestSystem;
let ana: TestAccount;
let space: TestWorkspace;
let ctx: UserContext;

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  ana = await makeAccount(system);
  space = await makeWorkspace(system, ana);
  ctx = await asUser(system, ana);
});

const make = (facts: Partial<Parameters<typeof createToken>[1]> = {}) =>
  createToken(ctx, { name: "Deploys", permissions: ["account.view", "workspace.view"], expiresInDays: 30, ...facts });
const actorOf = async (token: string, services = system.web): Promise<Actor | null> =>
  (await authenticateRequest(services, { authorization: `Bearer ${token}` }, { ip: "203.0.113.9" })).actor;
const asProgram = async (token: string): Promise<UserContext> => {
  const actor = (await actorOf(token)) ?? expect.unreachable();
  return { ...asGuest(system.web), actor };
};

test("a token is shown once, stored as a hash, and listed by its name and its end", async () => {
  const { token, id } = await make();
  expect(token).toMatch(/^pf_[a-z2-7]{39}$/);
  const { rows } = await system.owner.query("SELECT * FROM personal_access_token WHERE id = $1", [id]);
  expect(JSON.stringify(rows)).not.toContain(token);
  const [listed] = await listTokens(ctx);
  expect(listed).toMatchObject({ id, name: "Deploys", ending: token.slice(-4), workspace: null, lastUsedAt: null });
  expect(JSON.stringify(listed)).not.toContain(token);
  const [row] = await auditOf(system, id);
  expect(row).toMatchObject({ action: "token.created", actorId: ana.id, detail: { after: { name: "Deploys" } } });
  expect(JSON.stringify(row)).not.toContain(token);
});

test("the owner is told of each token made and revoked, and can say that it was not them", async () => {
  const { id } = await make();
  await revokeToken(ctx, { tokenId: id });
  expect(await mailsTo(system, ana.email)).toMatchObject([
    {
      template: "token-created",
      props: { tokenName: "Deploys", notMeLink: expect.stringContaining("/not-me#token=") },
    },
    { template: "token-revoked", props: { tokenName: "Deploys" } },
  ]);
});

test("a program acts in its owner's name, and the audit says by which token", async () => {
  const { token, id } = await make({ permissions: ["workspace.view", "workspace.update"] });
  const program = await inWorkspace(await asProgram(token), space.id);
  await updateWorkspace(program, { id: space.id, name: "Renamed by a program" });
  const [row] = (await auditOf(system, space.id)).filter(({ action }) => action === "workspace.updated");
  expect(row).toMatchObject({ actorId: ana.id, detail: { token: id } });
});

test("what a token was not given is refused, in a workspace and outside of one", async () => {
  const { token } = await make({ permissions: ["workspace.view"] });
  const program = await asProgram(token);
  const inside = await inWorkspace(program, space.id);
  expect(await findWorkspace(inside)).toMatchObject({ id: space.id });
  const refusal = { code: "TOKEN_NOT_PERMITTED" };
  await expect(updateWorkspace(inside, { id: space.id, name: "No" })).rejects.toMatchObject({
    ...refusal,
    meta: { permission: "workspace.update" },
  });
  await expect(createWorkspace(program, { name: "No" })).rejects.toMatchObject(refusal);
  await expect(updateProfile(program, { displayName: "No" })).rejects.toMatchObject(refusal);
  await expect(deleteWorkspace(inside, { id: space.id, confirmName: space.name })).rejects.toMatchObject(refusal);
  await expect(
    createToken(program, { name: "No", permissions: ["account.view"], expiresInDays: 1 }),
  ).rejects.toMatchObject(refusal);
});

test("a token never does more than its owner may now", async () => {
  const { token } = await make({ permissions: ["workspace.view", "workspace.update"] });
  const shared = await makeWorkspace(system, await makeAccount(system), [{ account: ana, role: "ADMIN" }]);
  const program = await inWorkspace(await asProgram(token), shared.id);
  await system.owner.query("UPDATE membership SET role = 'VIEWER' WHERE workspace_id = $1 AND role = 'ADMIN'", [
    shared.id,
  ]);
  await expect(updateWorkspace(program, { id: shared.id, name: "No" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE workspace_id = $1 AND role = 'VIEWER'", [
    shared.id,
  ]);
  await expect(inWorkspace(await asProgram(token), shared.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a token for one workspace knows no other", async () => {
  const other = await makeWorkspace(system, ana);
  const { token } = await make({ workspaceId: space.id });
  const program = await asProgram(token);
  expect((await listWorkspaces(program)).map(({ id }) => id)).toEqual([space.id]);
  await expect(inWorkspace(program, other.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await listTokens(ctx))[0]?.workspace).toEqual({ id: space.id, name: space.name });
  const stranger = await makeWorkspace(system, await makeAccount(system));
  await expect(make({ workspaceId: stranger.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test.each([
  ["it has run out", async () => void system.clock.advance({ days: 30 })],
  ["it is revoked", async (id: string) => void (await revokeToken(ctx, { tokenId: id }))],
  ["the account is suspended", async () => void (await set("status = 'SUSPENDED'"))],
  ["the account is on its way out", async () => void (await set("deletion_due_at = now()"))],
])("a token is worth nothing once %s", async (_when, end) => {
  const { token, id } = await make();
  expect(await actorOf(token)).not.toBeNull();
  await end(id);
  expect(await actorOf(token)).toBeNull();
});
const set = (what: string) => system.owner.query(`UPDATE account SET ${what} WHERE id = $1`, [ana.id]);

test("a token opens nothing in the console, nor one whose checksum is wrong", async () => {
  const { token } = await make();
  expect(await actorOf(token, system.admin)).toBeNull();
  const last = token.endsWith("a") ? "b" : "a";
  expect(system.web.sessions.readToken({ authorization: `Bearer ${token.slice(0, -1)}${last}` })).toBeNull();
});

test("the last use is written with its address, at most every five minutes", async () => {
  const { token } = await make();
  await actorOf(token);
  const [first] = await listTokens(ctx);
  expect(first).toMatchObject({ lastUsedAt: system.clock.now().toISOString(), lastUsedIp: "203.0.113.9" });
  system.clock.advance({ minutes: 5, seconds: -1 });
  await actorOf(token);
  expect((await listTokens(ctx))[0]?.lastUsedAt).toBe(first?.lastUsedAt);
  system.clock.advance({ seconds: 1 });
  await actorOf(token);
  expect((await listTokens(ctx))[0]?.lastUsedAt).not.toBe(first?.lastUsedAt);
});

test("making one asks for a fresh proof; another's looks like none; revoked once under twenty", async () => {
  const { id } = await make();
  const stranger = await asUser(system, await makeAccount(system));
  await expect(revokeToken(stranger, { tokenId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { values } = await twentyAtOnce(() => revokeToken(ctx, { tokenId: id }));
  expect(values).toHaveLength(1);
  system.clock.advance({ minutes: 11 });
  await expect(make()).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("twenty at once do not pass the fifty that an account may have", async () => {
  for (let index = 0; index < 45; index++) await make();
  const { values, codes } = await twentyAtOnce(() => make());
  expect(values).toHaveLength(5);
  expect(new Set(codes)).toEqual(new Set(["TOKEN_LIMIT_REACHED"]));
  expect(await listTokens(ctx)).toHaveLength(50);
});
