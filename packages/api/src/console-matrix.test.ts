import type { SystemPermission, SystemRole } from "@pronaflow/contract";
import { SYSTEM_ROLES, systemCan, systemRolesWith } from "@pronaflow/contract";
import { disableMfa } from "@pronaflow/core/factors";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { enrol, makeAccount, makeWorkspace, openSessionFor, openTestSystem, withToken } from "@pronaflow/testing";
import type { AnyTRPCProcedure } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { adminRouter, createApiContext } from "./admin/index.ts";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";

/** What each procedure of the console needs. One that is new fails this file until it stands here. */
const NEEDS: Record<string, SystemPermission | "anyone"> = {
  "accounts.list": "accounts.read",
  "accounts.get": "accounts.read",
  "accounts.suspend": "accounts.suspend",
  "accounts.reactivate": "accounts.suspend",
  "accounts.endSessions": "accounts.end_sessions",
  "admins.list": "admins.name",
  "admins.find": "admins.name",
  "admins.changeRole": "admins.name",
  "auth.setup": "anyone",
  "auth.login": "anyone",
  "auth.captcha": "anyone",
  "auth.logout": "console.enter",
  "auth.me": "console.enter",
  "auth.stepUp": "console.enter",
  "auth.mfa.verify": "anyone",
  "auth.mfa.status": "console.enter",
  "auth.mfa.enable": "console.enter",
  "auth.mfa.confirm": "console.enter",
  "auth.mfa.disable": "console.enter",
  "auth.mfa.backupCodes": "console.enter",
  "auth.mfa.regenerateBackupCodes": "console.enter",
  "incidents.list": "incidents.read",
  "incidents.get": "incidents.read",
  "incidents.acknowledge": "incidents.resolve",
  "incidents.resolve": "incidents.resolve",
  "auth.passkeys.signInOptions": "anyone",
  "auth.passkeys.signIn": "anyone",
  "auth.passkeys.verifyOptions": "anyone",
  "auth.passkeys.verify": "anyone",
  "auth.passkeys.list": "console.enter",
  "auth.passkeys.registerOptions": "console.enter",
  "auth.passkeys.register": "console.enter",
  "auth.passkeys.rename": "console.enter",
  "auth.passkeys.remove": "console.enter",
  "auth.passkeys.stepUpOptions": "console.enter",
  "auth.passkeys.stepUp": "console.enter",
  "workspaces.list": "workspaces.read",
  "workspaces.get": "workspaces.read",
  "workspaces.restore": "workspaces.restore",
  "workspaces.hold": "workspaces.purge",
  "workspaces.release": "workspaces.purge",
};

/** Well formed, made by no authenticator. */
const CREDENTIAL = { id: "AAAA", type: "public-key" };
const ATTESTATION = { ...CREDENTIAL, response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } };
const ASSERTION = { ...CREDENTIAL, response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" } };

/** What is sent: valid, so that only who asks can be the reason of a refusal. */
const INPUTS: Record<string, (workspace: TestWorkspace, account: TestAccount) => object> = {
  "accounts.get": () => ({ id: owner.id }),
  // Somebody new each time: who is suspended stays so.
  "accounts.suspend": () => ({ id: stranger.id, reason: "Sends spam" }),
  "accounts.reactivate": () => ({ id: owner.id, reason: "It was a mistake" }),
  "accounts.endSessions": () => ({ id: owner.id, reason: "A laptop was lost" }),
  "admins.find": () => ({ identifier: owner.email }),
  "admins.changeRole": () => ({ accountId: owner.id, role: "USER", reason: "Asked by the team" }),
  "auth.stepUp": (_workspace, { password }) => ({ password }),
  "auth.mfa.enable": (_workspace, { password }) => ({ password }),
  "auth.mfa.confirm": () => ({ code: "000000" }),
  "auth.mfa.disable": (_workspace, { password }) => ({ password, code: "000000" }),
  "auth.mfa.regenerateBackupCodes": (_workspace, { password }) => ({ password, code: "000000" }),
  "incidents.get": () => ({ id: incidentId }),
  "incidents.acknowledge": () => ({ id: incidentId, reason: "Looked into" }),
  "incidents.resolve": () => ({ id: incidentId, reason: "Looked into" }),
  "auth.passkeys.register": () => ({ response: ATTESTATION }),
  "auth.passkeys.rename": ({ id }) => ({ passkeyId: id, name: "Renamed" }),
  "auth.passkeys.remove": ({ id }) => ({ passkeyId: id }),
  "auth.passkeys.stepUp": () => ({ response: ASSERTION }),
  "workspaces.get": ({ id }) => ({ id }),
  "workspaces.hold": ({ id }) => ({ id, reason: "Wanted by a court" }),
  "workspaces.release": ({ id }) => ({ id, reason: "The court is done" }),
  "workspaces.restore": ({ id }) => ({ id, reason: "Asked by its owner" }),
};

/** Past the gate these meet a rule of their own: nobody here has the second step on, or a passkey. */
const REFUSED_INSIDE: Record<string, object> = {
  "auth.mfa.confirm": { code: expect.stringMatching(/^(FACTOR_WRONG|MFA_NOT_ON)$/) },
  "auth.passkeys.register": { status: 400, code: "PASSKEY_REFUSED" },
  "auth.passkeys.rename": { status: 404, code: "NOT_FOUND" },
  "auth.passkeys.remove": { status: 404, code: "NOT_FOUND" },
  "auth.passkeys.stepUp": { status: 400, code: "PASSKEY_REFUSED" },
  "workspaces.release": { status: 409, code: "WORKSPACE_NOT_HELD" },
  "accounts.reactivate": { status: 409, code: "ACCOUNT_NOT_SUSPENDED" },
  "auth.mfa.disable": { status: 409, code: "MFA_NOT_ON" },
  "auth.mfa.regenerateBackupCodes": { status: 409, code: "MFA_NOT_ON" },
};

const procedures = Object.entries(adminRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
const guarded = procedures.map(([path]) => path).filter((path) => NEEDS[path] !== "anyone");

let system: TestSystem;
let front: Front;
let owner: TestAccount;
let stranger: TestAccount;
let workspace: TestWorkspace;
let incidentId: string;
const people = new Map<SystemRole, TestAccount>();

beforeAll(async () => {
  system = await openTestSystem();
  front = createFront({
    app: "admin",
    baseUrl: "http://localhost:3001",
    router: adminRouter,
    rest: false,
    createContext: (call) => createApiContext(system.admin, call),
    log: system.admin.log,
    probes: {},
    resolveIp: (peer) => peer,
  });
  owner = await makeAccount(system);
  for (const systemRole of SYSTEM_ROLES) people.set(systemRole, await makeAccount(system, { systemRole }));
});
afterAll(async () => {
  await front.close();
  await system.close();
});
beforeEach(async () => {
  workspace = await makeWorkspace(system, owner);
  stranger = await makeAccount(system);
  incidentId = system.admin.random.uuid();
  const now = system.clock.now();
  await system.owner.query(
    `INSERT INTO incident (id, kind, severity, same_as, evidence, opened_at, last_at)
     VALUES ($1, 'new_device', 'LOW', $1::uuid::text, '{}', $2, $2)`,
    [incidentId, now],
  );
  await system.owner.query("UPDATE workspace SET deleted_at = $2, final_at = $3 WHERE id = $1", [
    workspace.id,
    now,
    new Date(now.getTime() + 86_400_000),
  ]);
});

async function call(path: string, token: string | null, input: object) {
  const headers = {
    "content-type": "application/json",
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const url = `http://localhost:3001/api/trpc/${path}`;
  const text = JSON.stringify(input);
  const isQuery = procedures.find(([name]) => name === path)?.[1]._def.type === "query";
  const response = await front.fetch(
    isQuery
      ? new Request(`${url}?input=${encodeURIComponent(text)}`, { headers })
      : new Request(url, { method: "POST", headers, body: text }),
  );
  const body = (await response.json()) as { error?: { data: { code: string; meta: object } } };
  return { status: response.status, code: null, ...body.error?.data };
}

function expected(path: string, role: SystemRole) {
  const permission = NEEDS[path] as SystemPermission;
  if (!systemCan(role, "console.enter")) return { status: 404, code: "NOT_FOUND", meta: {} };
  if (systemCan(role, permission)) return REFUSED_INSIDE[path] ?? { status: 200, code: null };
  return { status: 403, code: "FORBIDDEN", meta: { permission, grantedBy: systemRolesWith(permission) } };
}

test("every procedure of the console says what it needs, and none that is gone is still listed", () => {
  expect(procedures.map(([path]) => path).sort()).toEqual(Object.keys(NEEDS).sort());
});

test.each(guarded.flatMap((path) => SYSTEM_ROLES.map((role) => ({ path, role }))))(
  "$path by $role",
  async ({ path, role }) => {
    const person = people.get(role) ?? expect.unreachable();
    const token = await openSessionFor(system, person, system.admin);
    const answer = await call(path, token, INPUTS[path]?.(workspace, person) ?? {});
    expect(answer).toMatchObject(expected(path, role));
    const { rows } = await system.owner.query("SELECT deleted_at FROM workspace WHERE id = $1", [workspace.id]);
    const isRestored = path === "workspaces.restore" && answer.status === 200;
    expect(rows[0].deleted_at === null).toBe(isRestored);
  },
);

/** What a session of one factor may call: who one is, setting up the second, leaving. A list of its own, on purpose. */
const AT_THE_DOOR = ["auth.me", "auth.logout", "auth.stepUp", "auth.mfa.status", "auth.mfa.enable", "auth.mfa.confirm"];

test.each(guarded)("%s by a superadmin with one factor: the door, and nothing behind it", async (path) => {
  const person = await makeAccount(system, { systemRole: "SUPERADMIN" });
  const token = await openSessionFor(system, person, system.admin, 1);
  const answer = await call(path, token, INPUTS[path]?.(workspace, person) ?? {});
  if (AT_THE_DOOR.includes(path)) expect(answer.code).not.toBe("MFA_REQUIRED");
  else expect(answer).toMatchObject({ status: 403, code: "MFA_REQUIRED", meta: {} });
});

test("to someone without a console role one factor or two look the same", async () => {
  const token = await openSessionFor(system, owner, system.admin, 1);
  for (const path of ["auth.me", "workspaces.list"]) {
    expect(await call(path, token, {})).toMatchObject({ status: 404, code: "NOT_FOUND" });
  }
});

test("an admin without a second factor comes as far as the door, sets one up and is in; turning it off leads back", async () => {
  const person = await makeAccount(system, { systemRole: "ADMIN" });
  const begun = await openSessionFor(system, person, system.admin, 1);
  expect(await call("workspaces.list", begun, {})).toMatchObject({ status: 403, code: "MFA_REQUIRED" });
  const { code, token } = await enrol(system, person, system.admin);
  expect(await call("workspaces.list", token, {})).toMatchObject({ status: 200 });
  const ctx = await withToken(system.admin, token);
  const { token: afterwards } = await disableMfa(ctx, { password: person.password, code: code() });
  expect(await call("workspaces.list", afterwards, {})).toMatchObject({ status: 403, code: "MFA_REQUIRED" });
});

test.each(guarded)("%s is closed to a guest, and to a superadmin's session of the user app", async (path) => {
  const person = people.get("SUPERADMIN") ?? expect.unreachable();
  const input = INPUTS[path]?.(workspace, person) ?? {};
  expect(await call(path, null, input)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  const webToken = await openSessionFor(system, person, system.web);
  expect(await call(path, webToken, input)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
});

test("who loses the console's role is out with the next call, session or not", async () => {
  const person = await makeAccount(system, { systemRole: "ADMIN" });
  const token = await openSessionFor(system, person, system.admin);
  expect(await call("workspaces.list", token, {})).toMatchObject({ status: 200 });
  await system.owner.query("UPDATE account SET system_role = 'USER' WHERE id = $1", [person.id]);
  expect(await call("workspaces.list", token, {})).toMatchObject({ status: 404, code: "NOT_FOUND" });
  await system.owner.query("UPDATE account SET system_role = 'ADMIN', status = 'SUSPENDED' WHERE id = $1", [person.id]);
  expect(await call("workspaces.list", token, {})).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
});
