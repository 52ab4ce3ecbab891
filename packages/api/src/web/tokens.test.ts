import { ROLES, TOKEN_PERMISSIONS } from "@pronaflow/contract";
import { createToken } from "@pronaflow/core/tokens";
import type { TestSystem } from "@pronaflow/testing";
import { asUser, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import type { AnyTRPCProcedure } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Front } from "../server/index.ts";
import { createFront } from "../server/index.ts";
import { createApiContext, webRouter } from "./index.ts";

let system: TestSystem;
let front: Front;
let token: string;
let workspaceId: string;

beforeAll(async () => {
  system = await openTestSystem();
  const ana = await makeAccount(system);
  workspaceId = (await makeWorkspace(system, ana)).id;
  const all = { name: "Everything", permissions: [...TOKEN_PERMISSIONS], expiresInDays: 1 };
  token = (await createToken(await asUser(system, ana), all)).token;
  front = createFront({
    log: system.web.log,
    probes: {},
    resolveIp: (peer: string) => peer,
    app: "web",
    baseUrl: "http://localhost:3000",
    router: webRouter,
    rest: true,
    createContext: (call) => createApiContext(system.web, call),
  });
});
afterAll(async () => {
  await front.close();
  await system.close();
});

const procedures = Object.entries(webRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);

/** What a program may reach at all, given every permission there is. A new one is a decision: it is written here. */
const FOR_PROGRAMS = [
  "auth.me",
  "workspaces.create",
  "workspaces.list",
  "workspaces.get",
  "workspaces.update",
  "workspaces.impact",
  "workspaces.delete",
  "workspaces.policy.get",
  "workspaces.marks",
  "workspaces.invitations.list",
  "workspaces.invitations.create",
  "workspaces.invitations.changeRole",
  "workspaces.invitations.revoke",
  "workspaces.invitations.resend",
  "workspaces.logo.set",
  "workspaces.logo.remove",
  "workspaces.ownership.get",
  "workspaces.settings.get",
  "workspaces.settings.update",
  "workspaces.billing.get",
  "workspaces.billing.update",
  "workspaces.posture",
  "workspaces.members.list",
  "workspaces.members.update",
  "workspaces.members.remove",
  "workspaces.members.bulk",
];

/** For anyone, signed in or not: what they are asked they would answer to a stranger, too. */
function isForAnyone(path: string): boolean {
  return /^(ping|auth\.(register|login|verifyEmail|resendVerification|passwordReset\.))/.test(path) || PUBLIC.has(path);
}
const PUBLIC = new Set([
  "auth.captcha",
  "auth.oauth.providers",
  "auth.passkeys.signInOptions",
  "invitations.view",
  "invitations.decline",
]);

test.each(procedures.filter(([path]) => !isForAnyone(path) && !FOR_PROGRAMS.includes(path)))(
  "%s is for people: a token with every permission does not pass",
  async (path, procedure) => {
    expect(await codeOf(path, procedure)).toMatch(/^(TOKEN_NOT_PERMITTED|INVALID_INPUT)$/);
  },
);

async function codeOf(path: string, procedure: AnyTRPCProcedure): Promise<string | undefined> {
  const input = JSON.stringify({ id: workspaceId, slug: "x", token: "a".repeat(32) });
  const url = `http://localhost:3000/api/trpc/${path}`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response =
    procedure._def.type === "query"
      ? await front.fetch(new Request(`${url}?input=${encodeURIComponent(input)}`, { headers }))
      : await front.fetch(new Request(url, { method: "POST", headers, body: input }));
  const body = (await response.json()) as { error?: { data?: { code?: string } } };
  return body.error?.data?.code;
}

test("over REST a token is a bearer like any, and a missing permission is named", async () => {
  const ask = (path: string, init: RequestInit = {}) =>
    front.fetch(
      new Request(`http://localhost:3000/api/v1${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      }),
    );
  expect((await ask("/workspaces")).status).toBe(200);
  expect((await ask(`/workspaces/${workspaceId}`)).status).toBe(200);
  const renamed = await ask(`/workspaces/${workspaceId}`, {
    method: "PATCH",
    body: JSON.stringify({ name: "By REST" }),
  });
  expect(renamed.status).toBe(200);
  // Every permission is not enough where a fresh proof of the person is asked for.
  const body = JSON.stringify({ confirmName: "By REST" });
  const gone = await ask(`/workspaces/${workspaceId}`, { method: "DELETE", body });
  expect(gone.status).toBe(403);
  expect(await gone.json()).toMatchObject({ code: "TOKEN_NOT_PERMITTED" });
  expect(ROLES).toContain("OWNER");
});
