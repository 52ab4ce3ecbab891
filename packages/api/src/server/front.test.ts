import { afterAll, beforeAll, expect, test } from "vitest";
import type { FrontUnderTest, scratchRouter } from "./front-under-test.ts";
import { sendRaw, startFront } from "./front-under-test.ts";
import type { InProcessApi } from "./in-process.ts";
import type { Call } from "./options.ts";

let front: FrontUnderTest;
beforeAll(async () => {
  front = await startFront({
    resolveIp: (peer, forwardedFor) => (forwardedFor?.startsWith("trusted") ? "203.0.113.9" : peer),
    pages: {
      handle: async (incoming, outgoing) => {
        if (incoming.url === "/fails") throw new Error("secret page failure");
        outgoing.setHeader("Content-Type", "application/json");
        outgoing.end(JSON.stringify(incoming.headers));
      },
      close: async () => undefined,
    },
    limits: { answerMs: 150, headerCount: 30 },
  });
});
afterAll(() => front.close());

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

function expectSecured(headers: Headers): void {
  for (const [name, value] of Object.entries(ALWAYS)) expect(headers.get(name), name).toBe(value);
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.has("x-powered-by")).toBe(false);
}

async function failure(answer: Response) {
  expectSecured(answer.headers);
  const body: unknown = await answer.json();
  expect(body).toMatchObject({ requestId: answer.headers.get("x-request-id"), message: expect.any(String) });
  return body as { code: string; fields?: object };
}

test.each([
  ["/api/health/live", 200],
  ["/api/trpc/whoami", 200],
  ["/api/trpc/nothing", 404],
  ["/api/v1/whoami", 200],
  ["/api/v1/break", 500],
  ["/api/nothing", 404],
  ["/api", 404],
  ["/page", 200],
  ["/fails", 500],
  ["/logo.svg", 200],
])("%s carries every security header", async (path, status) => {
  const answer = await fetch(front.url + path);
  expect(answer.status).toBe(status);
  expectSecured(answer.headers);
});

test("an answer of the API may not be stored, and opened as a document may do nothing", async () => {
  const { headers } = await fetch(`${front.url}/api/v1/whoami`);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
});

test("https alone gets HSTS", async () => {
  const secure = await startFront({ app: "admin", baseUrl: "https://app.example.test" });
  const answer = await fetch(`${secure.url}/api/health/live`);
  await secure.close();
  expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=63072000/);
  expect((await fetch(`${front.url}/api/health/live`)).headers.has("strict-transport-security")).toBe(false);
});

test("each page gets its own nonce, the same in the policy and in what Next reads", async () => {
  const [one, two] = await Promise.all([fetch(`${front.url}/page`), fetch(`${front.url}/page`)]);
  const policy = one.headers.get("content-security-policy") ?? "";
  const seen = (await one.json()) as Record<string, string>;
  expect(policy).toContain(`script-src 'nonce-${seen["x-pf-nonce"]}' 'strict-dynamic'`);
  expect(seen["content-security-policy"]).toBe(policy);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(two.headers.get("content-security-policy")).not.toBe(policy);
});

test("a client cannot speak for the front, for a proxy or for Next, nor choose the host", async () => {
  const forged = {
    "x-pf-client-ip": "1.2.3.4",
    "X-PF-Request-Id": "mine",
    "x-forwarded-host": "evil.test",
    "x-forwarded-proto": "https",
    "x-middleware-subrequest": "middleware",
    "content-security-policy": "script-src 'nonce-mine'",
    "x-request-id": "mine",
  };
  const seen = (await (await fetch(`${front.url}/page`, { headers: forged })).json()) as Record<string, string>;
  expect(seen["host"]).toBe("app.example.test");
  expect(seen["x-pf-client-ip"]).toBe("127.0.0.1");
  expect(seen["x-pf-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(seen["content-security-policy"]).not.toContain("mine");
  expect(Object.keys(seen).filter((name) => /^x-(forwarded|middleware)/.test(name))).toEqual([]);
  const called = await fetch(`${front.url}/api/v1/whoami`, { headers: forged });
  expect(await called.json()).toMatchObject({ ip: "127.0.0.1", requestId: called.headers.get("x-request-id") });
});

test("forwarded addresses are judged by resolveIp alone", async () => {
  const answer = await fetch(`${front.url}/api/v1/whoami`, { headers: { "x-forwarded-for": "trusted, 10.0.0.1" } });
  expect(await answer.json()).toMatchObject({ ip: "203.0.113.9" });
});

test("a fault shows its request id and nothing else, and its log line no value", async () => {
  const answer = await fetch(`${front.url}/api/v1/break?token=abc123`);
  const body = await failure(answer);
  expect(body.code).toBe("INTERNAL");
  expect(JSON.stringify(body)).not.toMatch(/hunter2|ana@/);
  const logged = JSON.stringify(front.log);
  expect(logged).toContain(answer.headers.get("x-request-id"));
  expect(logged).not.toMatch(/hunter2|ana@|abc123/);
  expect(await (await fetch(`${front.url}/fails`)).text()).not.toContain("secret page failure");
});

test("a procedure that does not answer in time is a 503 with a code and Retry-After", async () => {
  const answer = await fetch(`${front.url}/api/trpc/hang`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(await failure(answer)).toMatchObject({ code: "TIMEOUT", error: expect.anything() });
});

test("a coded wait becomes Retry-After, over REST and over tRPC", async () => {
  for (const path of ["/api/v1/limited", "/api/trpc/limited", "/api/trpc/limited,whoami?batch=1"]) {
    expect((await fetch(front.url + path)).headers.get("retry-after"), path).toBe("42");
  }
});

test.each(["TRACE", "PROPFIND"])("%s is refused everywhere", async (method) => {
  for (const path of ["/api/v1/whoami", "/api/trpc/whoami", "/api/health/live", "/page"]) {
    const answer = await sendRaw(front.port, `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer, path).toMatch(/^HTTP\/1.1 405 /);
    expect(answer).toMatch(/Allow: /i);
    expect(answer).toContain("METHOD_NOT_ALLOWED");
  }
});

test("unlisted methods are 405 with the listed ones", async () => {
  const put = await fetch(`${front.url}/api/trpc/whoami`, { method: "PUT" });
  expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, POST"]);
  const post = await fetch(`${front.url}/page`, { method: "POST" });
  expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect((await fetch(`${front.url}/api/health/live`, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${front.url}/api/trpc/signIn?input=%7B%7D`)).status).toBe(405);
});

test("server components reach the same router in process, with the facts the front put into their headers", async () => {
  const key = Symbol.for("pronaflow.web");
  const shared = Reflect.get(globalThis, key) as InProcessApi<typeof scratchRouter, Call>;
  const context = await shared.createContext(new Headers({ "x-pf-client-ip": "192.0.2.1", "x-pf-request-id": "r1" }));
  const caller = shared.router.createCaller(context);
  expect(await caller.whoami()).toEqual({ ip: "192.0.2.1", requestId: "r1", transport: "page" });
});

test("the front answers in process by the same rules", async () => {
  const url = "http://app.example.test/api/v1/items";
  const headers = { "content-type": "application/json" };
  const made = await front.fetch(new Request(url, { method: "POST", headers, body: '{"name":"One"}' }));
  expect([made.status, await made.json()]).toEqual([201, { id: "1", name: "One" }]);
  expectSecured(made.headers);
  const refused = await front.fetch(
    new Request(url, { method: "POST", headers: { ...headers, origin: "http://evil" } }),
  );
  expect(refused.status).toBe(403);
});
