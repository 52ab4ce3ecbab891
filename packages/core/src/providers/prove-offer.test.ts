import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  enrol,
  giveTotp,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
} from "@pronaflow/testing";
import type { OidcServer } from "@pronaflow/testing/providers";
import { startOidcServer, walkToCallback } from "@pronaflow/testing/providers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginFlow } from "./begin-flow.ts";
import { finishFlow } from "./finish-flow.ts";
import { proveOffer } from "./prove-offer.ts";

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

/** Someone whose address has an account comes by the provider: the offer, and the browser it was made to. */
async function offered({ email }: { email: string }) {
  const sub = `proving-${++people}`;
  server.people.set(sub, { sub, email, email_verified: true });
  const begun = await beginFlow(asGuest(system.web), { provider: "oidc", returnTo: "/account" });
  const { code = "", state = "" } = await walkToCallback(begun.url, CALLBACK, sub);
  const ctx = asGuest(system.web, { flowToken: begun.browserToken });
  const offer = await finishFlow(ctx, { provider: "oidc", code, state });
  return "proofRequired" in offer ? { offer, offerId: offer.offerId, ctx } : expect.unreachable();
}

async function withoutPassword(): Promise<TestAccount> {
  const account = await makeAccount(system);
  await system.owner.query("UPDATE account SET password_hash = NULL WHERE id = $1", [account.id]);
  return account;
}

const linkedTo = async ({ id }: { id: string }) =>
  (await system.owner.query("SELECT 1 FROM linked_identity WHERE account_id = $1", [id])).rows.length;

test("an app's code proves an account without a password: linked, and in with two factors", async () => {
  const account = await withoutPassword();
  const app = await giveTotp(system, account);
  const { offer, offerId, ctx } = await offered(account);
  expect(offer.methods).toEqual(["totp"]);
  const entered = await proveOffer(ctx, { offerId, code: app.code() });
  expect(entered).toMatchObject({ user: { id: account.id }, token: expect.any(String), returnTo: "/account" });
  const { rows } = await system.owner.query("SELECT assurance FROM session WHERE account_id = $1", [account.id]);
  expect(rows).toEqual([{ assurance: 2 }]);
  const acts = await auditOf(system, account.id);
  expect(acts.map(({ action }) => action)).toEqual(["provider.linked", "session.created"]);
  expect(acts.at(-1)).toMatchObject({ detail: { after: { way: "oauth", factor: "totp" } } });
  expect((await mailsTo(system, account.email)).map(({ template }) => template)).toEqual(["provider-linked"]);
  await expect(proveOffer(ctx, { offerId, code: app.code() })).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
});

test("who has a password and a factor may prove it by either; a backup code is told to its owner", async () => {
  const account = await makeAccount(system);
  const { backupCodes } = await enrol(system, account);
  const { offer, offerId, ctx } = await offered(account);
  expect(offer.methods).toEqual(["password", "totp", "backup_code"]);
  const entered = await proveOffer(ctx, { offerId, backupCode: backupCodes[0] ?? "" });
  expect(entered).toMatchObject({ user: { id: account.id } });
  const templates = (await mailsTo(system, account.email)).map(({ template }) => template);
  expect(templates).toEqual(expect.arrayContaining(["provider-linked", "backup-code-used"]));
  const again = await offered({ email: account.email });
  const spent = proveOffer(again.ctx, { offerId: again.offerId, backupCode: backupCodes[0] ?? "" });
  await expect(spent).rejects.toMatchObject({ code: "FACTOR_WRONG", meta: { triesLeft: 4 } });
});

test("five wrong codes end the offer, and bar the account's factors: twenty guesses at once as twenty in a row", async () => {
  const account = await withoutPassword();
  const app = await giveTotp(system, account);
  const { offerId, ctx } = await offered(account);
  const wrong = app.code() === "123456" ? "654321" : "123456";
  const { values, codes } = await twentyAtOnce(() => proveOffer(ctx, { offerId, code: wrong }));
  expect(values).toEqual([]);
  expect(codes.filter((code) => code === "FACTOR_WRONG")).toHaveLength(5);
  // Whoever comes after the fifth hears of the bar or of the ended offer, whichever they meet first.
  const others = codes.filter((code) => code !== "FACTOR_WRONG");
  expect(others.every((code) => code === "RATE_LIMITED" || code === "CHALLENGE_GONE")).toBe(true);
  await expect(proveOffer(ctx, { offerId, code: app.code() })).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
  expect(await linkedTo(account)).toBe(0);
});

test("one's own sign-ins in between hand a guesser of an offer no new tries", async () => {
  const account = await withoutPassword();
  const app = await giveTotp(system, account);
  const { offerId, ctx } = await offered(account);
  const wrong = app.code() === "123456" ? "654321" : "123456";
  const guess = () => proveOffer(ctx, { offerId, code: wrong });
  for (const triesLeft of [4, 3, 2, 1]) await expect(guess()).rejects.toMatchObject({ meta: { triesLeft } });
  await system.owner.query("DELETE FROM credential_guard WHERE account_id = $1", [account.id]);
  await expect(guess()).rejects.toMatchObject({ code: "FACTOR_WRONG", meta: { triesLeft: 0 } });
  await system.owner.query("DELETE FROM credential_guard WHERE account_id = $1", [account.id]);
  await expect(guess()).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
});

test("twenty right codes at once link once", async () => {
  const account = await withoutPassword();
  const app = await giveTotp(system, account);
  const { offerId, ctx } = await offered(account);
  const code = app.code();
  const { values, codes } = await twentyAtOnce(() => proveOffer(ctx, { offerId, code }));
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["CHALLENGE_GONE"]));
  expect(await linkedTo(account)).toBe(1);
});

test("a code proves one offer, not another", async () => {
  const account = await withoutPassword();
  const app = await giveTotp(system, account);
  const [one, other] = [await offered(account), await offered(account)];
  await proveOffer(one.ctx, { offerId: one.offerId, code: app.code() });
  const replayed = proveOffer(other.ctx, { offerId: other.offerId, code: app.code() });
  await expect(replayed).rejects.toMatchObject({ code: "FACTOR_WRONG" });
});

test("an account that left the address, or may not come in, is not proven by its code", async () => {
  const moved = await withoutPassword();
  const movedApp = await giveTotp(system, moved);
  const first = await offered(moved);
  await system.owner.query("UPDATE account SET email = $2, email_normal = $2 WHERE id = $1", [
    moved.id,
    "moved-on@example.test",
  ]);
  const suspended = await withoutPassword();
  const suspendedApp = await giveTotp(system, suspended);
  const second = await offered(suspended);
  await system.owner.query("UPDATE account SET status = 'SUSPENDED' WHERE id = $1", [suspended.id]);
  const tries = [
    () => proveOffer(first.ctx, { offerId: first.offerId, code: movedApp.code() }),
    () => proveOffer(second.ctx, { offerId: second.offerId, code: suspendedApp.code() }),
  ];
  for (const tried of tries) await expect(tried()).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  expect([await linkedTo(moved), await linkedTo(suspended)]).toEqual([0, 0]);
});

test("exactly one proof is taken", async () => {
  const account = await makeAccount(system);
  const { offerId, ctx } = await offered(account);
  for (const given of [{}, { password: TEST_PASSWORD, code: "123456" }]) {
    await expect(proveOffer(ctx, { offerId, ...given })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  }
});
