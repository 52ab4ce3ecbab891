import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { makeAccount, makeWorkspace, openSessionFor, openTestSystem, TEST_PASSWORD } from "@pronaflow/testing";
import type { AnyTRPCProcedure } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

let system: TestSystem;
let front: Front;
let ana: TestAccount;
let mine: TestWorkspace;
let theirs: TestWorkspace;
/** Ids of the other tenant that Ana may have got hold of. */
let foreign: string[];

beforeAll(async () => {
  // Ana knocks on every door with each id in each field: the limits are not what is tried here.
  system = await openTestSystem();
  ana = await makeAccount(system, { displayName: "Ana" });
  const bo = await makeAccount(system, {
    displayName: "Canary Bo",
    username: "canary-bo",
    email: "canary-bo@example.com",
  });
  mine = await makeWorkspace(system, ana, [], { name: "Harbour", slug: "harbour" });
  theirs = await makeWorkspace(system, bo, [], { name: "Canary Works", slug: "their-place" });
  await system.owner.query("UPDATE workspace SET description = 'Canary plans' WHERE id = $1", [theirs.id]);
  const session = await openSessionFor(system, bo, system.web);
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM session WHERE account_id = $1 UNION SELECT id FROM membership WHERE account_id = $1",
    [bo.id],
  );
  expect(session).not.toBe("");
  foreign = [theirs.id, theirs.slug, bo.id, ...rows.map((row) => row.id)];
  front = createFront({
    app: "web",
    baseUrl: "http://localhost:3000",
    router: webRouter,
    rest: false,
    createContext: (call) => createApiContext(system.web, call),
    log: system.web.log,
    probes: {},
    resolveIp: (peer) => peer,
  });
});
afterAll(async () => {
  await front.close();
  await system.close();
});

/** Well formed both as a new passkey and as a used one, made by no authenticator. */
const CREDENTIAL = {
  id: "AAAA",
  type: "public-key",
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
};

/** A member of Ana's workspace who is not there. */
const someone = () => ({ id: mine.id, memberId: system.web.random.uuid() });

/** A valid input of Ana's own for each procedure that takes one; each of its fields is then replaced in turn. */
const own = (): Record<string, Record<string, unknown>> => ({
  "auth.register": {
    email: "new@example.com",
    username: "new-person",
    displayName: "New",
    password: "Blue-Canal-Ladder-31",
    invitation: undefined,
  },
  "auth.verifyEmail": { token: "a".repeat(32) },
  "auth.unlock": { token: "a".repeat(32) },
  "auth.resendVerification": { email: "new@example.com" },
  "auth.login": { identifier: ana.email, password: TEST_PASSWORD },
  "auth.stepUp": { password: TEST_PASSWORD, code: undefined },
  "auth.mfa.enable": { password: TEST_PASSWORD },
  "auth.mfa.confirm": { code: "000000" },
  "auth.mfa.verify": { challengeId: "a".repeat(32), code: "000000", backupCode: undefined, trustDevice: true },
  "auth.mfa.disable": { password: TEST_PASSWORD, code: "000000", backupCode: undefined },
  "auth.mfa.regenerateBackupCodes": { password: TEST_PASSWORD, code: "000000", backupCode: undefined },
  "auth.passkeys.register": { response: CREDENTIAL, name: "Laptop" },
  "auth.passkeys.rename": { passkeyId: system.web.random.uuid(), name: "Laptop" },
  "auth.passkeys.remove": { passkeyId: system.web.random.uuid() },
  "auth.passkeys.signIn": { response: CREDENTIAL },
  "auth.passkeys.verifyOptions": { challengeId: "a".repeat(32) },
  "auth.passkeys.verify": { challengeId: "a".repeat(32), response: CREDENTIAL, trustDevice: true },
  "auth.passkeys.stepUp": { response: CREDENTIAL },
  "auth.devices.revoke": { deviceId: system.web.random.uuid() },
  "auth.notMe": { token: "a".repeat(32) },
  "auth.oauth.authorize": { provider: "oidc", returnTo: "/account" },
  "auth.oauth.callback": { provider: "oidc", code: "a-code", state: "a".repeat(32), iss: "https://issuer.example" },
  "auth.oauth.prove": { offerId: "a".repeat(32), password: TEST_PASSWORD, code: undefined, backupCode: undefined },
  "auth.oauth.link": { provider: "oidc" },
  "auth.oauth.unlink": { connectionId: system.web.random.uuid() },
  "auth.passwordReset.request": { email: ana.email },
  "auth.passwordReset.confirm": { token: "a".repeat(32), password: "Blue-Canal-Ladder-31" },
  "auth.passwordChange": { currentPassword: "not this one", newPassword: "Blue-Canal-Ladder-31" },
  "auth.sessions.revoke": { sessionId: system.web.random.uuid() },
  "auth.sessions.revokeAll": { keepCurrent: true },
  "account.update": { displayName: "Ana", username: ana.username, locale: "en", timeZone: "UTC" },
  "account.emailChange.request": { email: "another@example.com" },
  "account.emailChange.confirm": { token: "a".repeat(32) },
  "account.emailChange.undo": { token: "a".repeat(32) },
  "account.emailChange.approve": { token: "a".repeat(32) },
  "account.deletion.schedule": { confirmUsername: "not my name" },
  "account.activity": { filter: "all", cursor: undefined, limit: 10 },
  "account.tokens.create": { name: "Deploys", permissions: ["account.view"], workspaceId: mine.id, expiresInDays: 30 },
  "account.tokens.revoke": { tokenId: system.web.random.uuid() },
  "account.changePendingAddress": { email: "ana2@example.com", password: TEST_PASSWORD },
  "workspaces.create": { name: "Another", description: "", slug: "another" },
  "workspaces.get": { id: mine.id },
  "workspaces.bySlug": { slug: mine.slug },
  "workspaces.open": { slug: mine.slug },
  "workspaces.update": { id: mine.id, name: "Harbour", description: "", slug: "harbour" },
  "workspaces.impact": { id: mine.id },
  "workspaces.delete": { id: mine.id, confirmName: "not its name" },
  "workspaces.invitations.list": { id: mine.id, filter: "all", cursor: undefined, limit: 10 },
  "workspaces.invitations.create": {
    ...{ id: mine.id, emails: ["new@example.com"], role: "GUEST", memberEndsAt: undefined },
  },
  "workspaces.invitations.changeRole": {
    ...{ id: mine.id, invitationId: system.web.random.uuid(), role: "GUEST", memberEndsAt: undefined },
  },
  "workspaces.invitations.revoke": { id: mine.id, invitationId: system.web.random.uuid() },
  "workspaces.invitations.resend": { id: mine.id, invitationId: system.web.random.uuid() },
  "invitations.view": { token: "a".repeat(32) },
  "invitations.decline": { token: "a".repeat(32) },
  "invitations.accept": { token: "a".repeat(32) },
  "invitations.ask": { token: "a".repeat(32) },
  "account.avatar.set": { contentType: "image/png", data: "AAAA" },
  "workspaces.logo.set": { id: mine.id, contentType: "image/png", data: "AAAA" },
  "workspaces.logo.remove": { id: mine.id },
  "workspaces.ownership.get": { id: mine.id },
  "workspaces.ownership.candidates": { id: mine.id, q: "" },
  "workspaces.ownership.offer": { id: mine.id, memberId: system.web.random.uuid() },
  "workspaces.ownership.cancel": { id: mine.id },
  "workspaces.ownership.nameHeir": { id: mine.id, memberId: null },
  "workspaces.deleted.undelete": { id: mine.id },
  "transfers.accept": { id: system.web.random.uuid() },
  "transfers.decline": { id: system.web.random.uuid() },
  "workspaces.settings.get": { id: mine.id },
  "workspaces.settings.update": {
    ...{ id: mine.id, timeZone: "UTC", workDays: [1, 2], dayStart: "22:00", dayEnd: "06:00", minutesPerDay: 480 },
    ...{ locale: "en", weekStart: 1, accentColour: "#1d4ed8" },
  },
  "workspaces.billing.get": { id: mine.id },
  "workspaces.billing.update": {
    ...{ id: mine.id, billingEmail: "bills@example.com", legalName: "Harbour", taxId: "", addressLine1: "1 Quay" },
    ...{ addressLine2: "", city: "Hamburg", region: "", postalCode: "20457", country: "DE" },
  },
  "workspaces.posture": { id: mine.id },
  "workspaces.audit.list": {
    id: mine.id,
    ...{ actorId: ana.id, actions: ["workspace.updated"], from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z" },
    ...{ cursor: "", limit: 10 },
  },
  "workspaces.audit.people": { id: mine.id, q: "", actorId: ana.id, cursor: "", limit: 10 },
  "workspaces.audit.exports": { id: mine.id },
  "workspaces.audit.export": {
    id: mine.id,
    format: "csv",
    ...{ actorId: ana.id, actions: ["workspace.updated"], from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z" },
  },
  "workspaces.policy.get": { id: mine.id },
  "workspaces.policy.update": {
    id: mine.id,
    mfaRequiredFrom: null,
    sessionMaxMinutes: 720,
    invitationDomains: ["example.com"],
  },
  "workspaces.members.list": { id: mine.id, q: "", role: "OWNER", state: "ACTIVE", cursor: "", limit: 10 },
  "workspaces.members.update": { ...someone(), role: "VIEWER", active: undefined, endsAt: undefined },
  "workspaces.members.remove": someone(),
  "workspaces.members.bulk": {
    ...{ id: mine.id, memberIds: [system.web.random.uuid()], remove: undefined, role: undefined },
    ...{ active: false, endsAt: undefined },
  },
  "workspaces.members.leave": { id: mine.id },
  "workspaces.members.grantors": { id: mine.id, permission: "members.invite" },
  "workspaces.members.ask": { id: mine.id, permission: "members.invite" },
});

const procedures = Object.entries(webRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);

/** The names of a procedure's fields, from its own schemas. */
function fieldsOf(procedure: AnyTRPCProcedure): string[] {
  const { inputs } = procedure._def as unknown as { inputs: { shape?: object }[] };
  return [...new Set(inputs.flatMap((schema) => Object.keys(schema.shape ?? {})))].filter((name) => name !== "captcha");
}

async function send(path: string, type: string, input: unknown): Promise<{ status: number; text: string }> {
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${await openSessionFor(system, ana, system.web)}`,
  };
  const url = `http://localhost:3000/api/trpc/${path}`;
  const text = JSON.stringify(input);
  const response = await front.fetch(
    type === "query"
      ? new Request(`${url}?input=${encodeURIComponent(text)}`, { headers })
      : new Request(url, { method: "POST", headers, body: text }),
  );
  const cookies = response.headers.get("set-cookie") ?? "";
  return { status: response.status, text: `${await response.text()} ${cookies}` };
}

const THEIRS = `SELECT jsonb_agg(to_jsonb(w)) AS w, (SELECT jsonb_agg(to_jsonb(m)) FROM membership m WHERE m.workspace_id = $1) AS m,
  (SELECT jsonb_agg(to_jsonb(a) - 'updated_at') FROM account a WHERE a.username = 'canary-bo') AS a,
  (SELECT count(*) FROM session s JOIN account a ON a.id = s.account_id WHERE a.username = 'canary-bo') AS s,
  (SELECT count(*) FROM audit_entry e WHERE e.workspace_id = $1) AS e FROM workspace w WHERE w.id = $1`;
const theirRows = async () => (await system.owner.query(THEIRS, [theirs.id])).rows[0];

test("every field of every procedure is tried", () => {
  for (const [path, procedure] of procedures) {
    expect(Object.keys(own()[path] ?? {}).sort(), path).toEqual(fieldsOf(procedure).sort());
  }
});

test.each(procedures.map(([path, procedure]) => ({ path, type: procedure._def.type, procedure })))(
  "$path tells nothing of another tenant, whatever id of theirs stands in whatever field",
  async ({ path, type, procedure }) => {
    const before = await theirRows();
    const fields = fieldsOf(procedure);
    for (const field of fields.length > 0 ? fields : ["none"]) {
      for (const id of foreign) {
        // The limits count by the hour; here each try is on its own.
        system.clock.advance({ hours: 1 });
        const input = fields.length > 0 ? { ...own()[path], [field]: inPlaceOf(own()[path]?.[field], id) } : {};
        const { status, text } = await send(path, type, input);
        expect(status, text).toBeLessThan(500);
        expect(status, text).not.toBe(429);
        expect(text, field).not.toMatch(/canary/i);
        if (path.startsWith("workspaces.") && isTheirAddress(path, field, id)) {
          expect(status, text).toBeGreaterThanOrEqual(400);
          expect(text).not.toMatch(/FORBIDDEN|NAME_MISMATCH|STEP_UP/);
        }
      }
    }
    expect(await theirRows()).toEqual(before);
  },
);

const inPlaceOf = (value: unknown, id: string) => (Array.isArray(value) ? [id] : id);

/** Whether the call names their workspace as the one it is about. */
function isTheirAddress(path: string, field: string, value: string): boolean {
  if (field === "id") return value === theirs.id;
  return field === "slug" && value === theirs.slug && /bySlug|open/.test(path);
}

test("no mail and no audit row that came of it holds a word of theirs, and nobody else was written to", async () => {
  const mails = await system.owner.query<{ id: string; recipient: string; payload: string }>(
    "SELECT id, recipient, payload FROM mail_outbox",
  );
  expect(mails.rows.length).toBeGreaterThan(0);
  for (const { id, recipient, payload } of mails.rows) {
    expect(`${recipient} ${system.web.keys.open(payload, `mail:${id}`)}`).not.toMatch(/canary/i);
  }
  const audit = await system.owner.query<{ detail: string; workspace_id: string | null }>(
    "SELECT d.detail, e.workspace_id FROM audit_detail d JOIN audit_entry e ON e.id = d.entry_id",
  );
  expect(audit.rows.length).toBeGreaterThan(0);
  for (const { detail, workspace_id: workspaceId } of audit.rows) {
    expect(detail).not.toMatch(/canary/i);
    expect(workspaceId).not.toBe(theirs.id);
  }
});
