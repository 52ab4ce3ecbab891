import type { Permission, Role } from "@pronaflow/contract";
import { can, grantorRoles, ROLES } from "@pronaflow/contract";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { makeAccount, makeWorkspace, openSessionFor, openTestSystem } from "@pronaflow/testing";
import type { AnyTRPCProcedure } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

/** Who may call each procedure. One that is new fails this file until it stands here. */
const NEEDS: Record<string, Permission | "anyone" | "signed in"> = {
  ping: "anyone",
  "auth.register": "anyone",
  "auth.verifyEmail": "anyone",
  "auth.resendVerification": "anyone",
  "auth.login": "anyone",
  "auth.passwordReset.request": "anyone",
  "auth.passwordReset.confirm": "anyone",
  "auth.mfa.verify": "anyone",
  "auth.notMe": "anyone",
  "auth.passkeys.signInOptions": "anyone",
  "auth.passkeys.signIn": "anyone",
  "auth.passkeys.verifyOptions": "anyone",
  "auth.passkeys.verify": "anyone",
  "auth.oauth.providers": "anyone",
  "auth.oauth.authorize": "anyone",
  "auth.oauth.callback": "anyone",
  "auth.oauth.prove": "anyone",
  "auth.unlock": "anyone",
  "auth.oauth.link": "signed in",
  "auth.oauth.list": "signed in",
  "auth.oauth.unlink": "signed in",
  "auth.captcha": "anyone",
  "auth.logout": "signed in",
  "auth.me": "signed in",
  "auth.stepUp": "signed in",
  "auth.passwordChange": "signed in",
  "auth.sessions.list": "signed in",
  "auth.sessions.revoke": "signed in",
  "auth.sessions.revokeAll": "signed in",
  "auth.mfa.status": "signed in",
  "auth.mfa.enable": "signed in",
  "auth.mfa.confirm": "signed in",
  "auth.mfa.disable": "signed in",
  "auth.mfa.backupCodes": "signed in",
  "auth.mfa.regenerateBackupCodes": "signed in",
  "auth.passkeys.list": "signed in",
  "auth.passkeys.registerOptions": "signed in",
  "auth.passkeys.register": "signed in",
  "auth.passkeys.rename": "signed in",
  "auth.passkeys.remove": "signed in",
  "auth.passkeys.stepUpOptions": "signed in",
  "auth.passkeys.stepUp": "signed in",
  "auth.devices.list": "signed in",
  "auth.devices.revoke": "signed in",
  "account.update": "signed in",
  "account.changePendingAddress": "signed in",
  "account.emailChange.get": "signed in",
  "account.emailChange.request": "signed in",
  "account.emailChange.cancel": "signed in",
  "account.emailChange.confirm": "anyone",
  "account.emailChange.undo": "anyone",
  "account.emailChange.approve": "anyone",
  "account.deletion.get": "signed in",
  "account.deletion.schedule": "signed in",
  "account.deletion.cancel": "signed in",
  "account.export.get": "signed in",
  "account.export.request": "signed in",
  "account.activity": "signed in",
  "account.tokens.list": "signed in",
  "account.tokens.create": "signed in",
  "account.tokens.revoke": "signed in",
  "workspaces.create": "signed in",
  "workspaces.list": "signed in",
  "workspaces.get": "workspace.view",
  "workspaces.bySlug": "workspace.view",
  "workspaces.open": "workspace.view",
  "workspaces.update": "workspace.update",
  "workspaces.impact": "workspace.delete",
  "workspaces.delete": "workspace.delete",
  "account.avatar.get": "signed in",
  "account.avatar.set": "signed in",
  "account.avatar.remove": "signed in",
  "workspaces.logo.set": "branding.update",
  "workspaces.logo.remove": "branding.update",
  "workspaces.marks": "signed in",
  "workspaces.invitations.list": "members.invite",
  "workspaces.invitations.create": "members.invite",
  "workspaces.invitations.changeRole": "members.invite",
  "workspaces.invitations.revoke": "members.invite",
  "workspaces.invitations.resend": "members.invite",
  "invitations.view": "anyone",
  "invitations.decline": "anyone",
  "invitations.accept": "signed in",
  "invitations.ask": "signed in",
  "workspaces.settings.get": "settings.view",
  "workspaces.settings.update": "settings.update",
  "workspaces.billing.get": "billing.view",
  "workspaces.billing.update": "billing.manage",
  "workspaces.posture": "audit.view",
  "workspaces.audit.list": "audit.view",
  "workspaces.audit.people": "audit.view",
  "workspaces.audit.exports": "audit.view",
  "workspaces.audit.export": "audit.view",
  "workspaces.policy.get": "settings.view",
  "workspaces.policy.update": "ownership.transfer",
  "workspaces.ownership.get": "settings.view",
  "workspaces.ownership.candidates": "ownership.transfer",
  "workspaces.ownership.offer": "ownership.transfer",
  "workspaces.ownership.cancel": "ownership.transfer",
  "workspaces.ownership.nameHeir": "ownership.transfer",
  "workspaces.deleted.list": "signed in",
  "workspaces.deleted.undelete": "signed in",
  "transfers.list": "signed in",
  "transfers.accept": "signed in",
  "transfers.decline": "signed in",
  "workspaces.members.list": "members.view",
  "workspaces.members.update": "members.update",
  "workspaces.members.remove": "members.remove",
  "workspaces.members.bulk": "members.update",
  "workspaces.members.leave": "workspace.view",
  "workspaces.members.grantors": "workspace.view",
  "workspaces.members.ask": "workspace.view",
};

/** Named by calls about one thing inside: whoever may call them hears that it is not there. */
const NOWHERE = "00000000-0000-7000-8000-000000000000";
/** One pixel, PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const OF_NOTHING = /^workspaces\.(invitations\.(changeRole|revoke|resend)|ownership\.offer)$/;

/** What a call inside a workspace sends: valid, so that only who asks can be the reason of a refusal. */
const INPUTS: Record<string, (workspace: TestWorkspace & { memberId?: string }) => Record<string, unknown>> = {
  "workspaces.get": ({ id }) => ({ id }),
  "workspaces.bySlug": ({ slug }) => ({ slug }),
  "workspaces.open": ({ slug }) => ({ slug }),
  "workspaces.update": ({ id }) => ({ id, name: "Renamed" }),
  "workspaces.impact": ({ id }) => ({ id }),
  "workspaces.delete": ({ id, name }) => ({ id, confirmName: name }),
  "workspaces.invitations.list": ({ id }) => ({ id }),
  "workspaces.invitations.create": ({ id }) => ({ id, emails: ["matrix@invited.example"], role: "GUEST" }),
  "workspaces.invitations.changeRole": ({ id }) => ({ id, invitationId: NOWHERE, role: "GUEST" }),
  "workspaces.invitations.revoke": ({ id }) => ({ id, invitationId: NOWHERE }),
  "workspaces.invitations.resend": ({ id }) => ({ id, invitationId: NOWHERE }),
  "workspaces.logo.set": ({ id }) => ({ id, contentType: "image/png", data: PIXEL }),
  "workspaces.logo.remove": ({ id }) => ({ id }),
  "workspaces.ownership.get": ({ id }) => ({ id }),
  "workspaces.ownership.candidates": ({ id }) => ({ id, q: "person" }),
  "workspaces.ownership.offer": ({ id }) => ({ id, memberId: NOWHERE }),
  "workspaces.ownership.cancel": ({ id }) => ({ id }),
  "workspaces.ownership.nameHeir": ({ id }) => ({ id, memberId: null }),
  "workspaces.settings.get": ({ id }) => ({ id }),
  "workspaces.settings.update": ({ id }) => ({ id, weekStart: 7, accentColour: "#1d4ed8" }),
  "workspaces.billing.get": ({ id }) => ({ id }),
  "workspaces.billing.update": ({ id }) => ({ id, legalName: "Acme GmbH" }),
  "workspaces.posture": ({ id }) => ({ id }),
  "workspaces.audit.list": ({ id }) => ({ id }),
  "workspaces.audit.people": ({ id }) => ({ id }),
  "workspaces.audit.exports": ({ id }) => ({ id }),
  "workspaces.audit.export": ({ id }) => ({ id, format: "csv" }),
  "workspaces.policy.get": ({ id }) => ({ id }),
  "workspaces.policy.update": ({ id }) => ({ id, sessionMaxMinutes: 720 }),
  "workspaces.members.list": ({ id }) => ({ id }),
  "workspaces.members.update": ({ id, memberId }) => ({ id, memberId, role: "VIEWER" }),
  "workspaces.members.remove": ({ id, memberId }) => ({ id, memberId }),
  "workspaces.members.bulk": ({ id, memberId }) => ({ id, memberIds: [memberId], active: false }),
  "workspaces.members.leave": ({ id }) => ({ id }),
  "workspaces.members.grantors": ({ id }) => ({ id, permission: "billing.view" }),
  "workspaces.members.ask": ({ id }) => ({ id, permission: "billing.view" }),
};

const OUTSIDERS = ["guest", "stranger", "deactivated member", "member of a deleted workspace"] as const;
type Actor = Role | (typeof OUTSIDERS)[number] | "unverified owner";
const ACTORS: readonly Actor[] = [...ROLES, ...OUTSIDERS, "unverified owner"];

const procedures = Object.entries(webRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
const inside = procedures.map(([path]) => path).filter((path) => path in INPUTS);

let system: TestSystem;
let front: Front;
const people = new Map<Actor, TestAccount>();
let workspace: TestWorkspace & { memberId: string };

beforeAll(async () => {
  system = await openTestSystem();
  front = createFront({
    app: "web",
    baseUrl: "http://localhost:3000",
    router: webRouter,
    rest: false,
    createContext: (call) => createApiContext(system.web, call),
    log: system.web.log,
    probes: {},
    resolveIp: (peer) => peer,
    // A picture is drawn in a process of its own, which a busy machine starts late.
    limits: { answerMs: 60_000 },
  });
  for (const actor of ACTORS) {
    const status = actor === "unverified owner" ? "PENDING" : "ACTIVE";
    people.set(actor, await makeAccount(system, { status }));
  }
});
afterAll(async () => {
  await front.close();
  await system.close();
});

beforeEach(async () => {
  const members = [...ROLES.slice(1).map((role) => [role, role] as const), ["unverified owner", "OWNER"] as const];
  const made = await makeWorkspace(
    system,
    personOf("OWNER"),
    [...members, ["deactivated member", "OWNER"] as const, ["member of a deleted workspace", "OWNER"] as const].map(
      ([actor, role]) => ({ account: personOf(actor), role }),
    ),
  );
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE workspace_id = $1 AND account_id = $2", [
    made.id,
    personOf("deactivated member").id,
  ]);
  // An offer waits, so that there is one to take back.
  await system.owner.query(
    `INSERT INTO ownership_transfer (workspace_id, id, from_account_id, to_account_id, offered_at, expires_at)
     VALUES ($1, gen_random_uuid(), $2, $3, now(), now() + interval '7 days')`,
    [made.id, personOf("OWNER").id, personOf("MEMBER").id],
  );
  // Whom the acts on people are about: someone whom every role that may act at all may act on.
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2",
    [made.id, personOf("GUEST").id],
  );
  workspace = { ...made, memberId: rows[0]?.id ?? expect.unreachable() };
  // The limits on asking count by the hour.
  await system.owner.query("DELETE FROM rate_limit");
});

function personOf(actor: Actor): TestAccount {
  return people.get(actor) ?? expect.unreachable(actor);
}

async function call(path: string, actor: Actor, input: unknown) {
  const type = procedures.find(([name]) => name === path)?.[1]._def.type;
  const token = actor === "guest" ? null : await openSessionFor(system, personOf(actor), system.web);
  const headers = {
    "content-type": "application/json",
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const url = `http://localhost:3000/api/trpc/${path}`;
  const text = JSON.stringify(input);
  const request =
    type === "query"
      ? new Request(`${url}?input=${encodeURIComponent(text)}`, { headers })
      : new Request(url, { method: "POST", headers, body: text });
  const response = await front.fetch(request);
  const body = (await response.json()) as { error?: { data: { code: string; meta: object } } };
  return { status: response.status, isMutation: type === "mutation", ...body.error?.data };
}

async function fingerprint() {
  const { rows } = await system.owner.query(
    `SELECT w.*, (SELECT count(*) FROM audit_entry WHERE workspace_id = w.id) AS audit FROM workspace w WHERE w.id = $1`,
    [workspace.id],
  );
  return rows[0];
}

/** The model: what the answer has to be, from the permission table and the rules of isolation alone. */
function expected(path: string, actor: Actor, isMutation: boolean) {
  const permission = NEEDS[path] as Permission;
  if (actor === "guest") return { status: 401, code: "UNAUTHENTICATED" };
  if (actor === "unverified owner") return isMutation ? { status: 403, code: "EMAIL_NOT_VERIFIED" } : { status: 200 };
  if (actor === "stranger" || actor === "deactivated member" || actor === "member of a deleted workspace") {
    return { status: 404, code: "NOT_FOUND", meta: {} };
  }
  if (can(actor, permission)) return OF_NOTHING.test(path) ? { status: 404, code: "NOT_FOUND" } : { status: 200 };
  return { status: 403, code: "FORBIDDEN", meta: { permission, grantedBy: grantorRoles(permission) } };
}

test("every procedure says who may call it, and none that is gone is still listed", () => {
  expect(procedures.map(([path]) => path).sort()).toEqual(Object.keys(NEEDS).sort());
  const needing = Object.keys(NEEDS).filter((path) => NEEDS[path] !== "anyone" && NEEDS[path] !== "signed in");
  expect(Object.keys(INPUTS).sort()).toEqual(needing.sort());
});

test.each(inside.flatMap((path) => ACTORS.map((actor) => ({ path, actor }))))(
  "$path by $actor",
  async ({ path, actor }) => {
    if (actor === "member of a deleted workspace") {
      await system.owner.query(
        "UPDATE workspace SET deleted_at = now(), final_at = now() + interval '30 days' WHERE id = $1",
        [workspace.id],
      );
    }
    const before = await fingerprint();
    const input = INPUTS[path]?.(workspace);
    const answer = await call(path, actor, input);
    expect(answer).toMatchObject(expected(path, actor, answer.isMutation));
    if (answer.status === 200) expect(answer.code).toBeUndefined();
    else expect(await fingerprint()).toEqual(before);
  },
);

test.each(Object.keys(NEEDS).filter((path) => NEEDS[path] !== "anyone"))(
  "%s asks a guest to sign in before it looks at the input",
  async (path) => {
    expect(await call(path, "guest", { nonsense: true })).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  },
);

test("to a stranger a workspace that is there and one that is not look the same", async () => {
  for (const path of inside) {
    const theirs = await call(path, "stranger", INPUTS[path]?.(workspace));
    const nobodys = { ...workspace, id: system.web.random.uuid(), slug: "no-such-place" };
    const { requestId: _theirs, ...one } = theirs as Record<string, unknown>;
    const { requestId: _nobodys, ...other } = (await call(path, "stranger", INPUTS[path]?.(nobodys))) as Record<
      string,
      unknown
    >;
    expect(one).toEqual(other);
  }
});
