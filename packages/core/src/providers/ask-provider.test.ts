import { createHmac, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestSystem } from "@pronaflow/testing";
import { asGuest, openTestSystem } from "@pronaflow/testing";
import type { HostileIssuer } from "@pronaflow/testing/providers";
import { startGithub, startHostileIssuer } from "@pronaflow/testing/providers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServices } from "../kernel/open-services.ts";
import { beginFlow } from "./begin-flow.ts";
import { finishFlow } from "./finish-flow.ts";

const CLIENT = "the-client";
let system: TestSystem;
let hostile: HostileIssuer;
let github: Awaited<ReturnType<typeof startGithub>>;

beforeAll(async () => {
  hostile = await startHostileIssuer(CLIENT);
  github = await startGithub();
  system = await openTestSystem({
    OIDC_ISSUER: hostile.issuer,
    OIDC_CLIENT_ID: CLIENT,
    OIDC_CLIENT_SECRET: "a-secret",
    GITHUB_CLIENT_ID: "gh-client",
    GITHUB_CLIENT_SECRET: "gh-secret",
    GITHUB_URL: github.url,
    GITHUB_API_URL: `${github.url}/api`,
  });
});
afterAll(async () => {
  await system.close();
  await hostile.close();
  await github.close();
});

/** Begins a flow; what the provider would send back with it is the test's to say. */
async function begin(provider: string, services = system.web) {
  const { url, browserToken } = await beginFlow(asGuest(services), { provider });
  const asked = Object.fromEntries(new URL(url).searchParams);
  return { ctx: asGuest(services, { flowToken: browserToken }), asked, state: asked.state ?? "" };
}

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const unsigned = (token: string) => token.split(".").slice(0, 2).join(".");

/** HMAC with what everyone can read, in the hope that the verifier takes a public key for a secret. */
function signedWithPublicKey(token: string): string {
  const body = unsigned(token);
  const pem = hostile.publicKey.export({ type: "spki", format: "pem" }).toString();
  return `${body}.${createHmac("sha256", pem).update(body).digest("base64url")}`;
}

function flipped(token: string): string {
  const [header, body, signature = ""] = token.split(".");
  const bytes = Buffer.from(signature, "base64url");
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  return [header, body, bytes.toString("base64url")].join(".");
}

const address = { email: "hostile@provider.example", email_verified: true };
/** Twelve bad id_tokens (ASVS 9.1, 9.2, 10.5), and two more. */
const BAD: Record<string, (nonce: string) => string> = {
  "no signature": (nonce) => `${unsigned(hostile.token({ header: { alg: "none" }, claims: { nonce, ...address } }))}.`,
  "HS256 with the public key": (nonce) =>
    signedWithPublicKey(hostile.token({ header: { alg: "HS256" }, claims: { nonce, ...address } })),
  "keys of its own choice (jku)": (nonce) =>
    hostile.token({
      header: { jku: "https://evil.example/jwks", jwk: stranger.export({ format: "jwk" }) },
      claims: { nonce, ...address },
      key: stranger,
    }),
  expired: (nonce) => hostile.token({ claims: { nonce, ...address, iat: seconds(-900), exp: seconds(-600) } }),
  "not valid for an hour": (nonce) => hostile.token({ claims: { nonce, ...address, nbf: seconds(3600) } }),
  "another audience": (nonce) => hostile.token({ claims: { nonce, ...address, aud: "another-client" } }),
  "another issuer": (nonce) => hostile.token({ claims: { nonce, ...address, iss: "https://accounts.google.com" } }),
  "an access token": (nonce) => hostile.token({ header: { typ: "at+jwt" }, claims: { nonce, ...address } }),
  "no nonce": () => hostile.token({ claims: address }),
  "another nonce": () => hostile.token({ claims: { nonce: "a".repeat(32), ...address } }),
  "no subject": (nonce) => hostile.token({ claims: { nonce, ...address, sub: undefined } }),
  "one bit flipped": (nonce) => flipped(hostile.token({ claims: { nonce, ...address } })),
  "a stranger's key": (nonce) => hostile.token({ claims: { nonce, ...address }, key: stranger }),
  "no token at all": () => "",
};

test.each(Object.keys(BAD))("an id_token with %s is refused and opens nothing", async (name) => {
  const { ctx, asked, state } = await begin("oidc");
  hostile.answer.idToken = BAD[name]?.(asked.nonce ?? "") ?? null;
  const finished = finishFlow(ctx, { provider: "oidc", code: "a-code", state });
  await expect(finished).rejects.toMatchObject({ code: "PROVIDER_REFUSED", meta: {} });
  const { rows } = await system.owner.query(
    "SELECT (SELECT count(*)::integer FROM session) AS sessions, (SELECT count(*)::integer FROM account) AS accounts",
  );
  expect(rows).toEqual([{ sessions: 0, accounts: 0 }]);
});

test("the same issuer with a good token is believed, and what was asked for is no more than needed", async () => {
  const { ctx, asked, state } = await begin("oidc");
  expect(asked).toMatchObject({
    response_type: "code",
    scope: "openid email profile",
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    redirect_uri: "http://localhost:3000/sign-in/callback/oidc",
    nonce: expect.stringMatching(/^[a-z2-7]{32}$/),
  });
  hostile.answer.idToken = hostile.token({ claims: { nonce: asked.nonce, ...address } });
  const answer = await finishFlow(ctx, { provider: "oidc", code: "a-code", state });
  expect(answer).toMatchObject({ user: { email: address.email, status: "ACTIVE" } });
});

test.each(["true", 1, null, "yes"])("email_verified of %j is no proof", async (isVerified) => {
  system.clock.advance({ hours: 1 });
  const { ctx, asked, state } = await begin("oidc");
  const claims = { nonce: asked.nonce, sub: `odd-${isVerified}`, email: `odd-${isVerified}@example.com` };
  hostile.answer.idToken = hostile.token({ claims: { ...claims, email_verified: isVerified } });
  const answer = await finishFlow(ctx, { provider: "oidc", code: "a-code", state });
  expect(answer).toEqual({ status: "verification_sent" });
});

test("a state made for one provider is nothing at another, and an issuer that is another's is refused", async () => {
  const { ctx, state } = await begin("oidc");
  const before = hostile.exchanges();
  const mixedUp = finishFlow(ctx, { provider: "github", code: "good", state });
  await expect(mixedUp).rejects.toMatchObject({ code: "CHALLENGE_GONE" });
  const wrongIss = finishFlow(ctx, { provider: "oidc", code: "a-code", state, iss: "https://accounts.google.com" });
  await expect(wrongIss).rejects.toMatchObject({ code: "PROVIDER_REFUSED" });
  expect(hostile.exchanges()).toBe(before);
});

test("GitHub: its number is the identity, its primary address counts, and its refusals are ours", async () => {
  system.clock.advance({ hours: 1 });
  const emails = [
    { email: "old@example.com", primary: false, verified: true },
    { email: "octo@example.com", primary: true, verified: true },
  ];
  github.serve({ user: { id: 42, login: "octo-cat", name: null }, emails });
  const { ctx, asked, state } = await begin("github");
  expect(asked).toMatchObject({ scope: "user:email", code_challenge_method: "S256" });
  const answer = await finishFlow(ctx, { provider: "github", code: "good", state });
  expect(answer).toMatchObject({ user: { email: "octo@example.com", username: "octo-cat", displayName: "octo-cat" } });
  const bad = await begin("github");
  const refused = finishFlow(bad.ctx, { provider: "github", code: "bad", state: bad.state });
  await expect(refused).rejects.toMatchObject({ code: "PROVIDER_REFUSED" });
  // The same number at another issuer is somebody else (ASVS 6.8.1).
  const other = await begin("oidc");
  const claims = { nonce: other.asked.nonce, sub: "42", email: "other-42@example.com", email_verified: true };
  hostile.answer.idToken = hostile.token({ claims });
  const others = await finishFlow(other.ctx, { provider: "oidc", code: "a-code", state: other.state });
  expect(others).toMatchObject({ user: { email: "other-42@example.com" } });
});

const google = "https://accounts.google.com";
const GOOGLES = {
  issuer: google,
  authorization_endpoint: `${google}/authorize`,
  token_endpoint: `${google}/token`,
  jwks_uri: `${google}/jwks`,
};

test("a provider that hangs, is down, answers nonsense, redirects or never stops talking costs its own flow and nothing else", async () => {
  const behaviours: Record<string, (end: (status: number, body?: string) => void) => void> = {
    hangs: () => {},
    fails: (end) => end(500),
    "answers nonsense": (end) => end(200, "<html>"),
    redirects: (end) => end(302),
    "is busy": (end) => end(429),
    // ASVS 10.5.3: the metadata has to be of the very issuer that was asked.
    "says it is another": (end) => end(200, JSON.stringify(GOOGLES)),
    "says too much": (end) => end(200, `{"issuer":"${"x".repeat(600_000)}"}`),
  };
  for (const [name, behave] of Object.entries(behaviours)) {
    system.clock.advance({ hours: 1 });
    const odd = createServer((_request, response) => {
      behave((status, body) => {
        response.writeHead(status, { "content-type": "application/json", location: hostile.issuer }).end(body);
      });
    });
    await new Promise<void>((listening) => odd.listen(0, "127.0.0.1", listening));
    const issuer = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
    const env = { ...system.web.env, OIDC_ISSUER: issuer, PROVIDER_TIMEOUT_MS: 1500 };
    const slow = await openServices(env, "web", system.web.jobs, { ...system.web });
    const asking = Promise.all(
      Array.from({ length: 20 }, () =>
        begin("oidc", slow).then(
          () => "went",
          (error: { code: string }) => error.code,
        ),
      ),
    );
    // No connection is held meanwhile: the database answers first, with more waiting than the pool has room for.
    const database = system.web.db.hot("still_there", "SELECT 1", []).then(() => "database");
    if (name === "hangs") expect(await Promise.race([database, asking.then(() => "provider")])).toBe("database");
    expect(new Set(await asking), name).toEqual(new Set(["PROVIDER_UNAVAILABLE"]));
    odd.closeAllConnections();
    odd.close();
  }
});

test("a provider that is not configured is not there", async () => {
  system.clock.advance({ hours: 1 });
  await expect(begin("google")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(begin("nonsense")).rejects.toMatchObject({ code: "NOT_FOUND" });
});
