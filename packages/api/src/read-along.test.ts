import type { TestSystem } from "@pronaflow/testing";
import { makeAccount, makeWorkspace, openSessionFor, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

let system: TestSystem;
let front: Front;
let token: string;

beforeAll(async () => {
  system = await openTestSystem();
  front = createFront({
    app: "web",
    baseUrl: "http://localhost:3000",
    router: webRouter,
    rest: true,
    createContext: (call) => createApiContext(system.web, call),
    log: system.web.log,
    probes: {},
    resolveIp: (peer) => peer,
  });
  const [owner, other] = [await makeAccount(system), await makeAccount(system)];
  await makeWorkspace(system, owner, [], { name: "Zeta" });
  await makeWorkspace(system, owner, [], { name: "alpha" });
  await makeWorkspace(system, other, [], { name: "Not theirs" });
  token = await openSessionFor(system, owner, system.web);
});
beforeEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  await front.close();
  await system.close();
});

async function get(path: string) {
  const statements = vi.spyOn(system.web.db, "hot").mockClear();
  const request = new Request(`http://localhost:3000/api/${path}`, { headers: { authorization: `Bearer ${token}` } });
  const response = await front.fetch(request);
  return { text: await response.text(), names: statements.mock.calls.map(([name]) => name) };
}

test("who asks and their own workspaces, by name, are one round trip: over tRPC, in a batch and over REST", async () => {
  for (const path of [
    "trpc/auth.me",
    "trpc/workspaces.list",
    "trpc/auth.me,workspaces.list?batch=1",
    "v1/workspaces",
  ]) {
    const { text, names } = await get(path);
    expect(names).toEqual(["session_find_with_workspaces"]);
    expect(text.match(/"name":"[^"]+"/g)?.slice(0, 2)).toEqual(['"name":"alpha"', '"name":"Zeta"']);
    expect(text).not.toContain("Not theirs");
  }
});

test("a request for anything else reads no workspaces", async () => {
  expect((await get("trpc/auth.sessions.list")).names[0]).toBe("session_find");
});

test("an answer never shows more than the session may: revoked, it shows nothing", async () => {
  await system.owner.query("DELETE FROM session");
  const { text, names } = await get("trpc/workspaces.list");
  expect(names).toEqual(["session_find_with_workspaces"]);
  expect(text).toContain("UNAUTHENTICATED");
  expect(text).not.toContain("Zeta");
});
