import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  keepAddress,
  linkTokenOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
} from "@pronaflow/testing";
import type { OidcServer } from "@pronaflow/testing/providers";
import { startOidcServer, walkToCallback } from "@pronaflow/testing/providers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { requestPasswordReset } from "../identity/request-password-reset.ts";
import { resetPassword } from "../identity/reset-password.ts";
import { signIn } from "../identity/sign-in.ts";
import { verifyEmail } from "../identity/verify-email.ts";
import type { RequestContext } from "../kernel/context.ts";
import { beginFlow } from "./begin-flow.ts";
import { finishFlow } from "./finish-flow.ts";

const CALLBACK = "http://localhost:3000/sign-in/callback/oidc";
let system: TestSystem;
let server: OidcServer;

beforeAll(async () => {
  server = await startOidcServer({ redirectUri: CALLBACK });
  system = await openTestSystem({
    OIDC_ISSUER: server.issuer,
    OIDC_CLIENT_ID: server.clientId,
    OIDC_CLIENT_SECRET: server.clientSecret,
    OIDC_NAME: "Example ID",
  });
});
afterAll(async () => {
  await system.close();
  await server.close();
});
beforeEach(() => system.clock.advance({ hours: 1 }));

let people = 0;
/** Somebody with an account at the provider. */
function newPerson(
  said: { email?: string; email_verified?: boolean; name?: string; preferred_username?: string } = {},
) {
  const sub = `sub-${++people}`;
  const person = { sub, email: `person-${people}@provider.example`, email_verified: true, name: "Linh Tran", ...said };
  server.people.set(sub, person);
  return person;
}

/** Goes to the provider and comes back: the callback's input, and the browser that it belongs to. */
async function comeBack(sub: string, from: RequestContext = asGuest(system.web)) {
  const { url, browserToken } = await beginFlow(from, { provider: "oidc", returnTo: "/account" });
  const { code = "", state = "", iss = "" } = await walkToCallback(url, CALLBACK, sub);
  return { ctx: { ...from, flowToken: browserToken }, input: { provider: "oidc", code, state, iss } };
}

async function signInAs(sub: string) {
  const { ctx, input } = await comeBack(sub);
  return await finishFlow(ctx, input);
}

const sessionsOf = async (email: string) =>
  (
    await system.owner.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM session s JOIN account a ON a.id = s.account_id WHERE a.email = $1",
      [email],
    )
  ).rows[0]?.count;

test("somebody new gets an active account without a password, under a username of their own, and comes in again", async () => {
  const person = newPerson({ preferred_username: "linh.tran" });
  const first = await signInAs(person.sub);
  expect(first).toMatchObject({
    user: { email: person.email, status: "ACTIVE", displayName: "Linh Tran", username: "linh-tran" },
    returnTo: "/account",
    token: expect.stringMatching(/^[a-z2-7]{32}$/),
  });
  const again = await signInAs(person.sub);
  const { id } = "user" in first ? first.user : expect.unreachable();
  expect(again).toMatchObject({ user: { id } });
  expect((await auditOf(system, id)).map(({ action }) => action)).toEqual([
    "account.registered",
    "session.created",
    "session.created",
  ]);
  const { rows } = await system.owner.query("SELECT * FROM linked_identity WHERE account_id = $1", [id]);
  expect(rows).toMatchObject([{ provider: "oidc", issuer: server.issuer, subject: person.sub, email: person.email }]);
  const login = signIn(asGuest(system.web), { identifier: person.email, password: TEST_PASSWORD });
  await expect(login).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
});

test("the identity is the subject: who changes their address there is the same person here, and a subject is the issuer's own", async () => {
  const person = newPerson();
  const first = await signInAs(person.sub);
  server.people.set(person.sub, { ...person, email: "moved@provider.example" });
  const { id } = "user" in first ? first.user : expect.unreachable();
  expect(await signInAs(person.sub)).toMatchObject({ user: { id, email: person.email } });
  await system.owner.query("UPDATE linked_identity SET issuer = 'https://other.example' WHERE account_id = $1", [id]);
  server.people.set(person.sub, { ...person, email: "another@provider.example" });
  expect(await signInAs(person.sub)).toMatchObject({ user: { email: "another@provider.example" } });
});

test("usernames that are taken or reserved are passed over", async () => {
  await makeAccount(system, { username: "robin" });
  const taken = await signInAs(newPerson({ preferred_username: "r0bin" }).sub);
  expect("user" in taken && taken.user.username).toMatch(/^r0bin-[a-z2-7]{5}$/);
  const reserved = await signInAs(newPerson({ preferred_username: "admin", email: "support@provider.example" }).sub);
  expect("user" in reserved && reserved.user.username).toMatch(/^person-[a-z2-7]{5}$/);
});

test("an address that the provider has not proven opens nothing: new and taken are answered alike", async () => {
  const fresh = newPerson({ email_verified: false });
  expect(await signInAs(fresh.sub)).toEqual({ status: "verification_sent" });
  const owner = await makeAccount(system);
  const claimed = newPerson({ email: owner.email, email_verified: false });
  expect(await signInAs(claimed.sub)).toEqual({ status: "verification_sent" });
  expect((await mailsTo(system, owner.email)).map(({ template }) => template)).toEqual(["already-registered"]);
  system.clock.advance({ hours: 1 });
  // The second time, too: neither lets in, neither tells.
  expect(await signInAs(fresh.sub)).toEqual({ status: "verification_sent" });
  expect(await signInAs(claimed.sub)).toEqual({ status: "verification_sent" });
  expect([await sessionsOf(fresh.email), await sessionsOf(owner.email)]).toEqual([0, 0]);
  const token = await linkTokenOf(system, fresh.email, "verify-email");
  await verifyEmail(asGuest(system.web), { token });
  expect(await signInAs(fresh.sub)).toMatchObject({ user: { email: fresh.email, status: "ACTIVE" } });
  expect(await signInAs(claimed.sub)).toEqual({ status: "verification_sent" });
});

test("an address that its account has just left, and may take back, opens nothing and is nobody's", async () => {
  const [proven, unproven] = [newPerson(), newPerson({ email_verified: false })];
  const owner = await makeAccount(system);
  await keepAddress(system, owner, proven.email);
  await expect(signInAs(proven.sub)).rejects.toMatchObject({ code: "PROVIDER_REFUSED" });
  await keepAddress(system, owner, unproven.email);
  expect(await signInAs(unproven.sub)).toEqual({ status: "verification_sent" });
  expect([await sessionsOf(proven.email), await sessionsOf(unproven.email)]).toEqual([0, 0]);
  system.clock.advance({ hours: 72 });
  expect(await signInAs(proven.sub)).toMatchObject({ user: { email: proven.email } });
});

test("without an address there is no account", async () => {
  const { email: _email, ...person } = newPerson();
  server.people.set(person.sub, person);
  await expect(signInAs(person.sub)).rejects.toMatchObject({ code: "PROVIDER_REFUSED" });
});

test("an account whose address was never verified is taken over clean", async () => {
  const person = newPerson();
  const squatter = await makeAccount(system, { email: person.email, status: "PENDING" });
  const theirs = await asUser(system, squatter);
  await system.owner.query(
    `INSERT INTO passkey (id, account_id, credential_id, public_key, transports, name, is_backed_up, created_at)
     VALUES (gen_random_uuid(), $1, '\\x01', '\\x01', '{}', 'Theirs', false, now())`,
    [squatter.id],
  );
  await system.owner.query(
    "INSERT INTO totp_factor (account_id, secret, created_at, confirmed_at) VALUES ($1, 'x', now(), now())",
    [squatter.id],
  );
  await system.owner.query(
    `INSERT INTO linked_identity (id, account_id, provider, issuer, subject, linked_at)
     VALUES (gen_random_uuid(), $1, 'github', 'https://github.com', '666', now())`,
    [squatter.id],
  );
  expect(await signInAs(person.sub)).toMatchObject({
    user: { id: squatter.id, status: "ACTIVE", displayName: "Linh Tran" },
  });
  const { rows } = await system.owner.query(
    `SELECT password_hash, (SELECT count(*)::integer FROM passkey WHERE account_id = $1) AS passkeys,
       (SELECT count(*)::integer FROM totp_factor WHERE account_id = $1) AS totp,
       (SELECT count(*)::integer FROM password_history WHERE account_id = $1) AS history,
       (SELECT array_agg(provider) FROM linked_identity WHERE account_id = $1) AS providers,
       (SELECT count(*)::integer FROM session WHERE id = $2) AS theirs FROM account WHERE id = $1`,
    [squatter.id, theirs.actor.session.id],
  );
  expect(rows).toEqual([{ password_hash: null, passkeys: 0, totp: 0, history: 0, providers: ["oidc"], theirs: 0 }]);
  const login = signIn(asGuest(system.web), { identifier: squatter.username, password: TEST_PASSWORD });
  await expect(login).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  expect((await auditOf(system, squatter.id)).map(({ action }) => action)).toContain("account.reclaimed");
});

test("a pending account with a console role is nobody's to take over", async () => {
  const person = newPerson();
  await makeAccount(system, { email: person.email, status: "PENDING", systemRole: "ADMIN" });
  await expect(signInAs(person.sub)).rejects.toMatchObject({ code: "PROVIDER_REFUSED" });
});

test.each(["SUSPENDED", "DELETED"] as const)(
  "a %s account is refused like a bad answer, known or not",
  async (status) => {
    const person = newPerson();
    const first = await signInAs(person.sub);
    const { id } = "user" in first ? first.user : expect.unreachable();
    await system.owner.query(`UPDATE account SET status = '${status}' WHERE id = $1`, [id]);
    await expect(signInAs(person.sub)).rejects.toMatchObject({ code: "PROVIDER_REFUSED", meta: {} });
    const other = newPerson();
    await makeAccount(system, { email: other.email, status });
    await expect(signInAs(other.sub)).rejects.toMatchObject({ code: "PROVIDER_REFUSED", meta: {} });
  },
);

test("the provider is one factor, whatever it asked for: who has a second one is asked for it", async () => {
  const person = newPerson();
  const first = await signInAs(person.sub);
  const { id } = "user" in first ? first.user : expect.unreachable();
  await system.owner.query(
    "INSERT INTO totp_factor (account_id, secret, created_at, confirmed_at) VALUES ($1, 'x', now(), now())",
    [id],
  );
  const before = await sessionsOf(person.email);
  expect(await signInAs(person.sub)).toMatchObject({ mfaRequired: true, methods: ["totp"], returnTo: "/account" });
  expect(await sessionsOf(person.email)).toBe(before);
});

test("a state is good once, for ten minutes, in its own browser", async () => {
  const person = newPerson();
  const used = await comeBack(person.sub);
  await finishFlow(used.ctx, used.input);
  await expect(finishFlow(used.ctx, used.input)).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
  const stolen = await comeBack(person.sub);
  for (const flowToken of [null, "a".repeat(32)]) {
    await expect(finishFlow({ ...stolen.ctx, flowToken }, stolen.input)).rejects.toMatchObject({
      code: "CHALLENGE_GONE",
    });
  }
  const late = await comeBack(person.sub);
  system.clock.advance({ minutes: 10 });
  await expect(finishFlow(late.ctx, late.input)).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
  expect(await sessionsOf(person.email)).toBe(1);
});

test("a code without the verifier that it was asked for with is refused by the provider itself", async () => {
  const person = newPerson();
  const one = await comeBack(person.sub);
  const two = await comeBack(person.sub);
  // Another flow's code in this flow's state: the verifiers do not match.
  const mixed = finishFlow(one.ctx, { ...one.input, code: two.input.code });
  await expect(mixed).rejects.toMatchObject({ code: "PROVIDER_REFUSED" });
  await expect(signInAs(person.sub)).resolves.toMatchObject({ user: { email: person.email } });
});

test("twenty callbacks at once of one flow: one gets in, the code goes out once", async () => {
  const person = newPerson();
  const { ctx, input } = await comeBack(person.sub);
  const { values, codes } = await twentyAtOnce(() => finishFlow(ctx, input));
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("CHALLENGE_GONE"));
  expect(await sessionsOf(person.email)).toBe(1);
});

test("twenty first sign-ins at once make one account", async () => {
  const person = newPerson();
  const back = await Promise.all(Array.from({ length: 20 }, () => comeBack(person.sub)));
  const { codes } = await twentyAtOnce((index) => {
    const { ctx, input } = back[index] ?? expect.unreachable();
    return finishFlow(ctx, input);
  });
  expect(codes).toEqual([]);
  const { rows } = await system.owner.query("SELECT id FROM account WHERE email = $1", [person.email]);
  expect(rows).toHaveLength(1);
  expect(await sessionsOf(person.email)).toBe(5);
});

test("no token of the provider is kept or answered", async () => {
  const person = newPerson();
  const { ctx, input } = await comeBack(person.sub);
  const answer = JSON.stringify(await finishFlow(ctx, input));
  const { rows } = await system.owner.query(
    `SELECT (SELECT string_agg(f::text, '') FROM provider_flow f) || (SELECT string_agg(i::text, '') FROM linked_identity i)
       || (SELECT string_agg(d.detail, '') FROM audit_detail d) AS stored`,
  );
  expect(answer + rows[0].stored).not.toContain(input.code);
  expect(answer + rows[0].stored).not.toMatch(/eyJ|access_token|id_token/);
});

test("who named somebody's address first loses it when its owner resets the password", async () => {
  const squatter = newPerson({ email_verified: false });
  await signInAs(squatter.sub);
  await requestPasswordReset(asGuest(system.web), { email: squatter.email });
  const token = await linkTokenOf(system, squatter.email, "password-reset");
  await resetPassword(asGuest(system.web), { token, password: "Blue-Canal-Ladder-31" });
  system.clock.advance({ hours: 1 });
  expect(await signInAs(squatter.sub)).toEqual({ status: "verification_sent" });
});
