import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
} from "@pronaflow/testing";
import type { OidcServer } from "@pronaflow/testing/providers";
import { startOidcServer, walkToCallback } from "@pronaflow/testing/providers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/sign-in.ts";
import type { RequestContext } from "../kernel/context.ts";
import { beginFlow } from "./begin-flow.ts";
import { finishFlow } from "./finish-flow.ts";
import { linkProvider } from "./link-provider.ts";
import { proveOffer } from "./prove-offer.ts";
import { listConnections } from "./queries.ts";
import { unlinkProvider } from "./unlink-provider.ts";

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
function newPerson(email?: string): string {
  const sub = `linking-${++people}`;
  server.people.set(sub, { sub, email: email ?? `${sub}@provider.example`, email_verified: true });
  return sub;
}

async function finish(ctx: RequestContext, begun: { url: string; browserToken: string }, sub: string) {
  const { code = "", state = "" } = await walkToCallback(begun.url, CALLBACK, sub);
  return await finishFlow({ ...ctx, flowToken: begun.browserToken }, { provider: "oidc", code, state });
}

const begin = () => beginFlow(asGuest(system.web), { provider: "oidc" });

/** Someone whose address has an account comes by the provider: the offer, and the browser it was made to. */
async function offered(account: TestAccount) {
  const begun = await begin();
  const offer = await finish(asGuest(system.web), begun, newPerson(account.email));
  if (!("proofRequired" in offer)) return expect.unreachable();
  return { offer, ctx: asGuest(system.web, { flowToken: begun.browserToken }) };
}

async function link(account: TestAccount, sub: string) {
  const ctx = await asUser(system, account);
  return await finish(ctx, await linkProvider(ctx, { provider: "oidc" }), sub);
}

const linkedTo = async (account: TestAccount) =>
  (await system.owner.query("SELECT subject FROM linked_identity WHERE account_id = $1", [account.id])).rows.length;

test("a verified address that has an account is linked once its own password is proven, and its owner hears of it", async () => {
  const account = await makeAccount(system);
  const { offer, ctx } = await offered(account);
  expect(offer).toMatchObject({ proofRequired: true, email: account.email, methods: ["password"] });
  expect(await linkedTo(account)).toBe(0);
  const wrong = proveOffer(ctx, { offerId: offer.offerId, password: "Wrong-River-42-Lantern" });
  await expect(wrong).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  const elsewhere = proveOffer(asGuest(system.web), { offerId: offer.offerId, password: TEST_PASSWORD });
  await expect(elsewhere).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
  const entered = await proveOffer(ctx, { offerId: offer.offerId, password: TEST_PASSWORD });
  expect(entered).toMatchObject({ user: { id: account.id }, token: expect.any(String) });
  expect((await auditOf(system, account.id)).map(({ action }) => action)).toEqual([
    "provider.linked",
    "session.created",
  ]);
  expect((await mailsTo(system, account.email)).map(({ template }) => template)).toEqual(["provider-linked"]);
  await expect(proveOffer(ctx, { offerId: offer.offerId, password: TEST_PASSWORD })).rejects.toMatchObject({
    code: "CHALLENGE_GONE",
  });
});

test("an offer runs out after ten minutes, and twenty proofs at once link once", async () => {
  const account = await makeAccount(system);
  const late = await offered(account);
  system.clock.advance({ minutes: 10 });
  const input = { offerId: late.offer.offerId, password: TEST_PASSWORD };
  await expect(proveOffer(late.ctx, input)).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
  const { offer, ctx } = await offered(account);
  const { values, codes } = await twentyAtOnce(() =>
    proveOffer(ctx, { offerId: offer.offerId, password: TEST_PASSWORD }),
  );
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["CHALLENGE_GONE"]));
  expect(await linkedTo(account)).toBe(1);
});

test("wrong passwords count with those of sign-in: the fifth locks, and the right one is refused then", async () => {
  const account = await makeAccount(system);
  const { offer, ctx } = await offered(account);
  const prove = (password: string) => proveOffer(ctx, { offerId: offer.offerId, password });
  const guesses = await Promise.allSettled(Array.from({ length: 8 }, () => prove("Wrong-River-42-Lantern")));
  expect(guesses).toMatchObject(Array(8).fill({ reason: { code: "INVALID_CREDENTIALS" } }));
  await expect(prove(TEST_PASSWORD)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  const login = signIn(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
  await expect(login).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  expect(await linkedTo(account)).toBe(0);
  const locks = (await mailsTo(system, account.email)).filter(({ template }) => template === "sign-in-locked");
  expect(locks).toHaveLength(1);
});

test("the proof of the password is one factor: a second is asked for before anyone is in", async () => {
  const account = await makeAccount(system);
  await system.owner.query(
    "INSERT INTO totp_factor (account_id, secret, created_at, confirmed_at) VALUES ($1, 'x', now(), now())",
    [account.id],
  );
  const { offer, ctx } = await offered(account);
  const answer = await proveOffer(ctx, { offerId: offer.offerId, password: TEST_PASSWORD });
  expect(answer).toMatchObject({ mfaRequired: true });
  const { rows } = await system.owner.query("SELECT 1 FROM session WHERE account_id = $1", [account.id]);
  expect(rows).toHaveLength(0);
});

test("an account without a password of its own is offered no proof by one", async () => {
  const account = await makeAccount(system);
  await system.owner.query("UPDATE account SET password_hash = NULL WHERE id = $1", [account.id]);
  const { offer, ctx } = await offered(account);
  expect(offer.methods).toEqual([]);
  const proof = proveOffer(ctx, { offerId: offer.offerId, password: TEST_PASSWORD });
  await expect(proof).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
});

test("signed in, one links a provider with a fresh proof, whatever its address, and signs in by it from then on", async () => {
  const account = await makeAccount(system);
  const sub = newPerson();
  const stale = await asUser(system, account);
  system.clock.advance({ minutes: 11 });
  await expect(linkProvider(stale, { provider: "oidc" })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  expect(await link(account, sub)).toEqual({ status: "linked" });
  expect(await link(account, sub)).toEqual({ status: "linked" });
  const rows = (await auditOf(system, account.id)).map(({ action, actorId }) => [action, actorId]);
  expect(rows).toEqual([["provider.linked", account.id]]);
  expect((await mailsTo(system, account.email)).map(({ template }) => template)).toEqual(["provider-linked"]);
  expect(await finish(asGuest(system.web), await begin(), sub)).toMatchObject({ user: { id: account.id } });
});

test("a link that someone else's browser, account or ended session brings back is none", async () => {
  const account = await makeAccount(system);
  const other = await makeAccount(system);
  const ctx = await asUser(system, account);
  const asOther = await asUser(system, other);
  const sub = newPerson();
  for (const who of [asOther, asGuest(system.web)]) {
    const begun = await linkProvider(ctx, { provider: "oidc" });
    await expect(finish(who, begun, sub)).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
  }
  const begun = await linkProvider(ctx, { provider: "oidc" });
  await system.owner.query("DELETE FROM session WHERE account_id = $1", [account.id]);
  await expect(finish(ctx, begun, sub)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect([await linkedTo(account), await linkedTo(other)]).toEqual([0, 0]);
});

test("an identity is one person's, and a person has one of a provider", async () => {
  const account = await makeAccount(system);
  const sub = newPerson();
  await link(account, sub);
  await expect(link(await makeAccount(system), sub)).rejects.toMatchObject({ code: "PROVIDER_TAKEN" });
  await expect(link(account, newPerson())).rejects.toMatchObject({ code: "PROVIDER_TAKEN" });
});

test("the list names one's own, and the last way in stays", async () => {
  const account = await makeAccount(system);
  expect((await listConnections(await asUser(system, account))).available).toEqual([
    { key: "oidc", name: "Example ID" },
  ]);
  const sub = newPerson();
  await link(account, sub);
  const ctx = await asUser(system, account);
  const { connections, available } = await listConnections(ctx);
  expect(available).toEqual([]);
  expect(connections).toMatchObject([
    { provider: { key: "oidc", name: "Example ID" }, email: `${sub}@provider.example`, isLastWayIn: false },
  ]);
  expect(JSON.stringify(connections)).not.toContain(`"${sub}"`);
  const connectionId = connections[0]?.id ?? "";
  await system.owner.query("UPDATE account SET password_disabled_at = now() WHERE id = $1", [account.id]);
  expect((await listConnections(ctx)).connections).toMatchObject([{ isLastWayIn: true }]);
  await expect(unlinkProvider(ctx, { connectionId })).rejects.toMatchObject({ code: "LAST_WAY_IN" });
  await system.owner.query("UPDATE account SET password_disabled_at = NULL WHERE id = $1", [account.id]);
  const stranger = await asUser(system, await makeAccount(system));
  await expect(unlinkProvider(stranger, { connectionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await unlinkProvider(ctx, { connectionId })).toEqual({ status: "done" });
  await expect(unlinkProvider(ctx, { connectionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "provider.unlinked",
    detail: { before: { provider: "oidc" } },
  });
  expect((await mailsTo(system, account.email)).at(-1)?.template).toBe("provider-unlinked");
});

test("of two last connections, twenty at once leave one", async () => {
  const account = await makeAccount(system);
  await system.owner.query("UPDATE account SET password_hash = NULL WHERE id = $1", [account.id]);
  for (const provider of ["google", "github"]) {
    await system.owner.query(
      `INSERT INTO linked_identity (id, account_id, provider, issuer, subject, linked_at)
       VALUES (gen_random_uuid(), $1, $2, $2, $3, now())`,
      [account.id, provider, account.id],
    );
  }
  const ctx = await asUser(system, account);
  const { connections } = await listConnections(ctx);
  const { values, codes } = await twentyAtOnce((index) =>
    unlinkProvider(ctx, { connectionId: connections[index % 2]?.id ?? "" }),
  );
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["LAST_WAY_IN", "NOT_FOUND"]));
  expect(await linkedTo(account)).toBe(1);
});
