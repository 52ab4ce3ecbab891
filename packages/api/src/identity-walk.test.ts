import type { TestSystem } from "@pronaflow/testing";
import { linkTokenOf, mailsTo, openTestSystem } from "@pronaflow/testing";
import { codeOf, secretsIn } from "@pronaflow/testing/browser";
import type { OidcServer } from "@pronaflow/testing/providers";
import { startOidcServer, walkToCallback } from "@pronaflow/testing/providers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

const APP = "https://app.example.com";
const CALLBACK = `${APP}/sign-in/callback/oidc`;
const ANA = {
  email: "ana@example.com",
  username: "ana-vo",
  displayName: "Ana Vo",
  password: "Quiet-Harbour-Lantern-42",
};
let system: TestSystem;
let provider: OidcServer;
let front: Front;
let url: string;

/** Every line that was logged meanwhile, of whatever level, and what must be in none of them. */
const lines: string[] = [];
const secrets: { typed: string[]; given: string[] } = { typed: [], given: [] };
const write = (message: string, facts?: object) => void lines.push(`${message} ${JSON.stringify(facts)}`);
const log = { debug: write, info: write, warn: write, error: write };

beforeAll(async () => {
  provider = await startOidcServer({ redirectUri: CALLBACK });
  system = await openTestSystem({
    APP_URL: APP,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  });
  front = createFront({
    app: "web",
    baseUrl: APP,
    router: webRouter,
    rest: true,
    createContext: (call) => createApiContext({ ...system.web, log }, call),
    log,
    probes: {},
    resolveIp: (peer) => peer,
  });
  url = `http://127.0.0.1:${await front.listen(0, "127.0.0.1")}/api/v1`;
});
afterAll(async () => {
  await front.close();
  await system.close();
  await provider.close();
});

interface Called {
  body?: object;
  /** Sent as `Authorization: Bearer`. */
  token?: string | undefined;
  cookie?: string;
}

/** One call over a real socket, as a program would make it. */
async function call(address: string, { body, token, cookie }: Called = {}) {
  const [method = "", path = ""] = address.split(" ");
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body ? { "content-type": "application/json" } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie ? { cookie } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const answer = text === "" ? null : JSON.parse(text);
  secrets.typed.push(...secretsIn(body));
  secrets.given.push(...secretsIn(answer), ...cookies.flatMap((line) => line.split("=").slice(1)));
  return { status: response.status, body: answer, cookies };
}

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const TOKEN = expect.stringMatching(/^[a-z2-7]{32}$/);
const ID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const USER = {
  ...{ id: ID, email: ANA.email, username: ANA.username, displayName: ANA.displayName, status: "ACTIVE" },
  ...{ systemRole: "USER", locale: "en", timeZone: "UTC", createdAt: TIME },
};
const SIGNED_IN = { token: TOKEN, expiresAt: TIME, user: USER, lastWorkspaceSlug: null };
const DONE = { status: "done" };
const refused = (code: string) => ({ code, message: expect.any(String), requestId: ID });
const good = (body: unknown, status = 200) => expect.objectContaining({ status, body });

const login = async (password = ANA.password) =>
  await call("POST /auth/login", { body: { identifier: ANA.username, password } });
const next = (secret: string) => {
  system.clock.advance({ seconds: 30 });
  return codeOf(secret, Math.floor(system.clock.now().getTime() / 30_000));
};

test("registration, verification, resending", async () => {
  expect(await call("POST /auth/register", { body: ANA })).toEqual(good({ status: "verification_sent" }, 202));
  system.clock.advance({ minutes: 1 });
  const again = await call("POST /auth/resend-verification", { body: { email: ANA.email } });
  expect(again).toEqual(good({ status: "accepted" }, 202));
  const token = await linkTokenOf(system, ANA.email, "verify-email");
  expect(await call("POST /auth/verify-email", { body: { token } })).toEqual(good({ status: "verified" }));
  expect(await call("POST /auth/verify-email", { body: { token } })).toEqual(good(refused("TOKEN_INVALID"), 400));
});

test("sign-in, who I am, sessions, sign-out", async () => {
  expect(await login("Wrong-guess-1!")).toEqual(good(refused("INVALID_CREDENTIALS"), 401));
  const entered = await login();
  expect(entered).toEqual(good(SIGNED_IN));
  expect(entered.cookies).toContain(`__Host-pf_session=${entered.body.token}`);
  const { token } = entered.body;
  const session = { id: ID, createdAt: TIME, expiresAt: TIME, provedAt: TIME, assurance: 1 };
  const me = { user: USER, session, workspaces: [], deletionDueAt: null, lastWorkspaceSlug: null };
  expect(await call("GET /auth/me", { token })).toEqual(good(me));
  expect(await call("GET /auth/me")).toEqual(good(refused("UNAUTHENTICATED"), 401));
  const other = (await login()).body.token;
  const listed = await call("GET /auth/sessions", { token });
  const place = { ip: "127.0.0.1", city: null, country: null, browser: null, os: null, device: null };
  const times = { createdAt: TIME, lastSeenAt: TIME };
  const one = (current: boolean) => ({ id: ID, current, ...place, ...times });
  expect(listed.body.sessions.sort((a: { current: boolean }) => (a.current ? -1 : 1))).toEqual([one(true), one(false)]);
  const body = { sessionId: listed.body.sessions[1].id };
  expect(await call("POST /auth/sessions/revoke", { token, body })).toEqual(good(DONE));
  expect(await call("GET /auth/me", { token: other })).toEqual(good(refused("UNAUTHENTICATED"), 401));
  const third = (await login()).body.token;
  const kept = { token, body: { keepCurrent: true } };
  expect(await call("POST /auth/sessions/revoke-all", kept)).toEqual(good(DONE));
  expect((await call("GET /auth/me", { token: third })).status).toBe(401);
  expect(await call("POST /auth/logout", { token })).toEqual(good(null, 204));
  expect((await call("GET /auth/me", { token })).status).toBe(401);
  const last = (await login()).body.token;
  expect(await call("POST /auth/sessions/revoke-all", { token: last, body: {} })).toEqual(good(DONE));
  expect((await call("GET /auth/me", { token: last })).status).toBe(401);
});

test("a new password, by the old one and by a mailed link", async () => {
  const { token } = (await login()).body;
  const body = { currentPassword: ANA.password, newPassword: "Copper-Valley-Anchor-93" };
  const changed = await call("POST /auth/password-change", { token, body });
  expect(changed).toEqual(good({ token: TOKEN, expiresAt: TIME }));
  expect((await call("GET /auth/me", { token })).status).toBe(401);
  expect((await call("GET /auth/me", { token: changed.body.token })).status).toBe(200);
  const asked = await call("POST /auth/password-reset", { body: { email: ANA.email } });
  expect(asked).toEqual(good({ status: "accepted" }, 202));
  ANA.password = "Silver-Meadow-Kettle-58";
  const link = await linkTokenOf(system, ANA.email, "password-reset");
  const confirm = { body: { token: link, password: ANA.password } };
  const weak = { body: { token: link, password: "qzvk" } };
  expect(await call("POST /auth/password-reset/confirm", weak)).toEqual(
    good({ ...refused("PASSWORD_REFUSED"), fields: { password: expect.any(Array) } }, 400),
  );
  expect(await call("POST /auth/password-reset/confirm", confirm)).toEqual(good(DONE));
  expect(await call("POST /auth/password-reset/confirm", confirm)).toEqual(good(refused("TOKEN_INVALID"), 400));
});

test("the second step from end to end: set up, come in by code and by backup code, new codes, off again", async () => {
  const { token } = (await login()).body;
  const shown = await call("POST /auth/mfa/enable", { token, body: { password: ANA.password } });
  const otpauthUrl = expect.stringMatching(/^otpauth:\/\/totp\/PronaFlow/);
  const qrCode = expect.stringMatching(/^data:image\/png;base64,iVBOR/);
  expect(shown).toEqual(good({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/), otpauthUrl, qrCode }));
  const { secret } = shown.body;
  const confirmed = await call("POST /auth/mfa/confirm", { token, body: { code: next(secret) } });
  const tenCodes = Array(10).fill(expect.any(String));
  expect(confirmed).toEqual(good({ backupCodes: tenCodes, token: TOKEN, expiresAt: TIME }));
  expect((await call("GET /auth/me", { token })).status).toBe(401);
  const strong = confirmed.body.token;
  expect(await call("GET /auth/mfa/backup-codes", { token: strong })).toEqual(good({ remaining: 10, isLow: false }));

  const asked = await login();
  const required = { mfaRequired: true, challengeId: TOKEN, methods: ["totp", "backup_code"], expiresAt: TIME };
  expect(asked).toEqual({ status: 200, body: required, cookies: [] });
  const { challengeId } = asked.body;
  const wrong = await call("POST /auth/mfa/verify", { body: { challengeId, code: "000000" } });
  expect(wrong).toEqual(good(refused("FACTOR_WRONG"), 403));
  const right = { challengeId, code: next(secret), trustDevice: true };
  const verified = await call("POST /auth/mfa/verify", { body: right });
  expect(verified).toEqual(good({ ...SIGNED_IN, backupCodesRemaining: null, backupCodesLow: false }));
  const device = verified.cookies.find((line) => line.startsWith("__Host-pf_device=")) ?? "";
  const body = { identifier: ANA.email, password: ANA.password };
  expect(await call("POST /auth/login", { body, cookie: device })).toEqual(good(SIGNED_IN));
  const byBackup = { challengeId: (await login()).body.challengeId, backupCode: confirmed.body.backupCodes[0] };
  const recovered = await call("POST /auth/mfa/verify", { body: byBackup });
  expect(recovered).toEqual(good({ ...SIGNED_IN, backupCodesRemaining: 9, backupCodesLow: false }));
  expect(await call("POST /auth/mfa/verify", { body: byBackup })).toEqual(good(refused("CHALLENGE_GONE"), 400));

  const { password } = ANA;
  const renewed = await call("POST /auth/mfa/regenerate-backup-codes", {
    token: strong,
    body: { password, code: next(secret) },
  });
  expect(renewed).toEqual(good({ backupCodes: tenCodes }));
  const off = { token: strong, body: { password, backupCode: renewed.body.backupCodes[9] } };
  expect(await call("POST /auth/mfa/disable", off)).toEqual(good({ token: TOKEN, expiresAt: TIME }));
  expect((await login()).body).toEqual(SIGNED_IN);
});

test("a stale proof is a 403 elsewhere until it is given again", async () => {
  const { token } = (await login()).body;
  const made = await call("POST /workspaces", { token, body: { name: "Harbour" } });
  expect(made).toEqual(good({ id: ID, slug: "harbour", name: "Harbour", role: "OWNER" }, 201));
  system.clock.advance({ minutes: 10, seconds: 1 });
  const removal = { token, body: { confirmName: "Harbour" } };
  const address = `DELETE /workspaces/${made.body.id}`;
  expect(await call(address, removal)).toEqual(good(refused("STEP_UP_REQUIRED"), 403));
  expect((await call("POST /auth/oauth/oidc/link", { token, body: {} })).body.code).toBe("STEP_UP_REQUIRED");
  const proven = await call("POST /auth/step-up", { token, body: { password: ANA.password } });
  expect(proven).toEqual(good({ token: TOKEN, provedAt: TIME }));
  expect((await call(address, removal)).status).toBe(401);
  expect((await call(address, { ...removal, token: proven.body.token })).status).toBe(200);
});

test("a sign-in by provider: where to go with the state cookie, and back as login", async () => {
  provider.people.set("bo", { sub: "bo", email: "bo@provider.example", email_verified: true });
  const begun = await call("GET /auth/oauth/oidc/authorize");
  expect(begun).toEqual(good({ url: expect.stringContaining(provider.issuer) }));
  const [cookie = ""] = begun.cookies;
  const { code, state } = await walkToCallback(begun.body.url, CALLBACK, "bo");
  const entered = await call("POST /auth/oauth/oidc/callback", { body: { code, state }, cookie });
  const user = { ...USER, email: "bo@provider.example", username: expect.any(String), displayName: expect.any(String) };
  expect(entered).toEqual(good({ ...SIGNED_IN, user, returnTo: null }));
});

test("of all that was typed and given on the way nothing is in a log line, and in a mail only its own link", async () => {
  const all = [...secrets.typed, ...secrets.given].filter((value) => value !== "");
  expect([all.length, lines.length].every((count) => count > 30)).toBe(true);
  expect(lines.filter((line) => all.some((secret) => line.includes(secret)))).toEqual([]);
  const mails = (await mailsTo(system, ANA.email)).map(({ props }) => JSON.stringify(props));
  expect(mails.length).toBeGreaterThan(5);
  const outside = mails.map((mail) => mail.replace(/#token=[a-z2-7]{32}/g, ""));
  expect(outside.filter((mail) => all.some((secret) => mail.includes(secret)))).toEqual([]);
  // Nor is what opens a session ever behind a link.
  expect(mails.filter((mail) => secrets.given.some((secret) => secret && mail.includes(secret)))).toEqual([]);
});
