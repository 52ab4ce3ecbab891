import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem } from "@pronaflow/testing";
import type { OidcServer } from "@pronaflow/testing/providers";
import { startOidcServer, walkToCallback } from "@pronaflow/testing/providers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

const APP = "https://app.example.com";
const CALLBACK = `${APP}/sign-in/callback/oidc`;
let system: TestSystem;
let server: OidcServer;
let front: Front;

beforeAll(async () => {
  server = await startOidcServer({ redirectUri: CALLBACK });
  server.people.set("linh", { sub: "linh", email: "linh@provider.example", email_verified: true });
  system = await openTestSystem({
    APP_URL: APP,
    OIDC_ISSUER: server.issuer,
    OIDC_CLIENT_ID: server.clientId,
    OIDC_CLIENT_SECRET: server.clientSecret,
  });
  front = createFront({
    app: "web",
    baseUrl: APP,
    router: webRouter,
    rest: true,
    createContext: (call) => createApiContext(system.web, call),
    log: system.web.log,
    probes: {},
    resolveIp: (peer) => peer,
  });
});
afterAll(async () => {
  await front.close();
  await system.close();
  await server.close();
});

async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await front.fetch(
    new Request(`${APP}/api/v1/auth/oauth${path}`, {
      method,
      headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  const cookies = response.headers.getSetCookie();
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookies };
}

test("there by GET with the state cookie, back by POST with code and state: as login", async () => {
  const begun = await send("GET", "/oidc/authorize");
  expect(begun.status).toBe(200);
  expect(begun.cookies).toEqual([
    expect.stringMatching(/^__Host-pf_oauth=[a-z2-7]{32}; HttpOnly; Max-Age=600; Path=\/; SameSite=Lax; Secure$/),
  ]);
  const [cookie = ""] = begun.cookies[0]?.split(";") ?? [];
  // The body holds where to go and nothing of what binds the way.
  expect(Object.keys(begun.body)).toEqual(["url"]);
  const { code, state } = await walkToCallback(String(begun.body.url), CALLBACK, "linh");
  expect(await send("GET", `/oidc/callback?code=${code}&state=${state}`, undefined, { cookie })).toMatchObject({
    status: 405,
    cookies: [],
  });
  expect(await send("POST", "/oidc/callback", { code, state })).toMatchObject({
    status: 400,
    body: { code: "CHALLENGE_GONE" },
    cookies: [],
  });
  const done = await send("POST", "/oidc/callback", { code, state }, { cookie, origin: APP });
  expect(done).toMatchObject({
    status: 200,
    body: { token: expect.any(String), expiresAt: expect.any(String), user: { email: "linh@provider.example" } },
  });
  expect(done.cookies.map((line) => line.split("=")[0]).sort()).toEqual([
    "__Host-pf_device",
    "__Host-pf_oauth",
    "__Host-pf_session",
  ]);
  expect(done.cookies.find((line) => line.startsWith("__Host-pf_oauth="))).toContain("Max-Age=0");
  expect(JSON.stringify(done)).not.toMatch(/access_token|id_token|eyJ/);
});

test("another site's page cannot bring a callback, and a provider that is not configured is not found", async () => {
  const input = { code: "a-code", state: "a".repeat(32) };
  const crossSite = await send("POST", "/oidc/callback", input, { origin: "https://evil.example" });
  expect(crossSite).toMatchObject({ status: 403, body: { code: "CROSS_SITE" } });
  expect(await send("GET", "/google/authorize")).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  const away = await send("GET", "/oidc/authorize?returnTo=//evil.example");
  expect(away).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
  expect((await send("GET", "/providers")).body).toEqual({ providers: [{ key: "oidc", name: "SSO" }] });
});
