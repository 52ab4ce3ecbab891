import { callerAddress } from "@pronaflow/core/kernel";
import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

let system: TestSystem;
let front: Front;
let url: string;
beforeAll(async () => {
  // The peer of these requests is the loopback: here it is a proxy of ours.
  system = await openTestSystem({ TRUSTED_PROXIES: "127.0.0.1" });
  front = createFront({
    app: "web",
    baseUrl: "http://localhost:3000",
    router: webRouter,
    rest: true,
    createContext: (call) => createApiContext(system.web, call),
    log: system.web.log,
    probes: {},
    resolveIp: (peer, forwardedFor) => callerAddress(system.web.env, peer, forwardedFor) ?? "",
  });
  url = `http://127.0.0.1:${await front.listen(0, "127.0.0.1")}`;
});
afterAll(async () => {
  await front.close();
  await system.close();
});
beforeEach(() => system.clock.advance({ hours: 2 }));

const reset = (forwardedFor: string, email: string) =>
  fetch(`${url}/api/v1/auth/password-reset`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": forwardedFor },
    body: JSON.stringify({ email }),
  });

const batch = (forwardedFor: string, calls: number) =>
  fetch(`${url}/api/trpc/${Array(calls).fill("auth.passwordReset.request").join(",")}?batch=1`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": forwardedFor },
    body: JSON.stringify(
      Object.fromEntries(
        Array.from({ length: calls }, (_, index) => [index, { email: `p${index}-${Math.random()}@example.com` }]),
      ),
    ),
  });

test("an answer says of each limit it took from what is left, in the IETF's headers; a refusal when to come back", async () => {
  const first = await reset("198.51.100.1", "ana@example.com");
  expect(first.status).toBe(202);
  expect(first.headers.get("ratelimit-policy")).toBe('"reset";q=30;w=3600, "reset-email";q=5;w=3600');
  expect(first.headers.get("ratelimit")).toBe('"reset";r=29;t=120, "reset-email";r=4;t=720');
  for (let call = 0; call < 4; call++) await reset("198.51.100.1", "ana@example.com");
  const refused = await reset("198.51.100.1", "ana@example.com");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("ratelimit")).toBe('"reset";r=24;t=720, "reset-email";r=0;t=720');
  expect(refused.headers.get("retry-after")).toBe("720");
  expect(await refused.json()).toMatchObject({ code: "RATE_LIMITED" });
  const untaken = await fetch(`${url}/api/v1/auth/me`);
  expect(untaken.headers.get("ratelimit")).toBeNull();
});

test("by address through a trusted proxy, IPv6 by its /64, each call of a batch for itself", async () => {
  const answer = await batch("2001:db8:7:1::1", 10);
  expect(answer.headers.get("ratelimit")).toMatch(/^"reset";r=20;t=1200/);
  expect((await reset("2001:db8:7:1:ffff::9", "bo@example.com")).headers.get("ratelimit")).toMatch(/^"reset";r=19;/);
  expect((await reset("2001:db8:7:2::1", "bo@example.com")).headers.get("ratelimit")).toMatch(/^"reset";r=29;/);
  // What a client writes to the left of the proxy's own word is not heard.
  expect((await reset("198.51.100.9, 2001:db8:7:1::2", "cy@example.com")).headers.get("ratelimit")).toMatch(
    /"reset";r=18;/,
  );
});

test("without a trusted proxy nobody speaks for another address", async () => {
  const { env } = system.web;
  expect(callerAddress({ ...env, TRUSTED_PROXIES: [] }, "127.0.0.1", "198.51.100.9")).toBe("127.0.0.1");
  expect(callerAddress(env, "203.0.113.5", "198.51.100.9")).toBe("203.0.113.5");
});
