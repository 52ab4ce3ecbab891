import { ERRORS } from "@pronaflow/contract";
import { proveSystemScope } from "@pronaflow/core/kernel";
import type { TestSystem } from "@pronaflow/testing";
import { asUser, makeAccount, makeWorkspace, openSessionFor, openTestSystem } from "@pronaflow/testing";
import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminRouter, createApiContext as createAdminContext } from "./admin/index.ts";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

let system: TestSystem;
let fronts: { web: Front; admin: Front };
let tokens: { web: string; admin: string };
let workspaceId: string;

beforeAll(async () => {
  system = await openTestSystem();
  const owner = await makeAccount(system, { systemRole: "SUPERADMIN" });
  workspaceId = (await makeWorkspace(system, owner)).id;
  tokens = {
    web: await openSessionFor(system, owner, system.web),
    admin: await openSessionFor(system, owner, system.admin),
  };
  proveSystemScope(await asUser(system, owner, system.admin));
  const shared = { log: system.web.log, probes: {}, resolveIp: (peer: string) => peer };
  fronts = {
    web: createFront({
      ...shared,
      app: "web",
      baseUrl: "http://localhost:3000",
      router: webRouter,
      rest: true,
      createContext: (call) => createApiContext(system.web, call),
    }),
    admin: createFront({
      ...shared,
      app: "admin",
      baseUrl: "http://localhost:3001",
      router: adminRouter,
      rest: false,
      createContext: (call) => createAdminContext(system.admin, call),
    }),
  };
});

afterAll(async () => {
  await fronts.web.close();
  await fronts.admin.close();
  await system.close();
});

const procedures = [...proceduresOf("web", webRouter), ...proceduresOf("admin", adminRouter)];

function proceduresOf(app: "web" | "admin", router: AnyTRPCRouter) {
  const found = Object.entries(router._def.procedures as Record<string, AnyTRPCProcedure>);
  return found.map(([path, procedure]) => ({ app, path, type: procedure._def.type }));
}

const FIELDS = [
  ..."id slug q cursor limit filter reason name description confirmName email username displayName password".split(" "),
  ..."identifier token newPassword currentPassword sessionId keepCurrent locale timeZone captcha".split(" "),
  ..."code backupCode challengeId trustDevice deviceId response passkeyId".split(" "),
  ..."provider code state iss offerId connectionId returnTo".split(" "),
  ..."mfaRequiredFrom sessionMaxMinutes invitationDomains accentColour workDays dayStart minutesPerDay".split(" "),
  ..."billingEmail legalName taxId country weekStart contentType data".split(" "),
  ..."accountId memberId memberIds role active endsAt remove permission".split(" "),
  ..."__proto__ constructor toString where".split(" "),
];

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    "\u0000",
    "\ud800",
    "a\u202eb",
    "%2e%2e/%2e%2e",
    "' OR 1=1 --",
    "</script><img src=x onerror=alert(1)>",
    "x".repeat(100_000),
    1e308,
    -1,
    0.5,
    null,
    true,
    [],
    {},
    { not: "" },
    { contains: "" },
    { set: "ADMIN" },
    [[[[[[]]]]]],
    "00000000-0000-7000-8000-000000000000",
  ),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const input = fc.oneof(
  hostile,
  fc.array(fc.tuple(fc.constantFrom(...FIELDS), hostile), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
  // Past the first gate: a real workspace, then something hostile beside it.
  fc
    .array(fc.tuple(fc.constantFrom(...FIELDS), hostile), { maxLength: 4 })
    .map((pairs) => ({ ...Object.fromEntries(pairs), id: workspaceId })),
);

async function call(app: "web" | "admin", path: string, type: string, value: unknown, isSignedIn: boolean) {
  const text = JSON.stringify(value) ?? "null";
  const url = `http://localhost:${app === "web" ? 3000 : 3001}/api/trpc/${path}`;
  const headers = {
    "content-type": "application/json",
    ...(isSignedIn ? { authorization: `Bearer ${tokens[app]}` } : {}),
  };
  return type === "query"
    ? await fronts[app].fetch(new Request(`${url}?input=${encodeURIComponent(text.slice(0, 6000))}`, { headers }))
    : await fronts[app].fetch(new Request(url, { method: "POST", headers, body: text }));
}

// These act on whoever asks, whatever else the input holds: fuzzing them would only end the session.
const ENDING = new Set(["auth.logout", "auth.sessions.revokeAll"]);

test.each(procedures)(
  "$app $path answers hostile input with a coded error, and a refusal changes nothing",
  async ({ app, path, type }) => {
    await fc.assert(
      fc.asyncProperty(input, fc.boolean(), async (value, wantsSession) => {
        // Wrong passwords are counted, and the fifth one is mailed: that a refusal does change.
        await system.owner.query("DELETE FROM credential_guard");
        const before = await fingerprint();
        const response = await call(app, path, type, value, wantsSession && !ENDING.has(path));
        const body = (await response.json()) as { error?: { data?: { code?: string; requestId?: string } } };
        expect(response.status, JSON.stringify({ path, value })).toBeLessThan(500);
        // Some of it is odd but allowed, such as a name that looks like SQL: that is taken for what it is.
        if (response.status < 400) return;
        expect(Object.keys(ERRORS)).toContain(body.error?.data?.code);
        expect(JSON.stringify(body)).not.toMatch(/prisma|postgres|node_modules|at .*\.ts:\d/i);
        expect(await fingerprint(), JSON.stringify({ path, value })).toEqual(before);
      }),
      { numRuns: 60 },
    );
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  },
);

async function fingerprint() {
  const { rows } = await system.owner.query(
    `SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM session) AS sessions,
       (SELECT count(*) FROM workspace) AS workspaces, (SELECT count(*) FROM membership) AS members,
       (SELECT count(*) FROM one_time_token) AS tokens, (SELECT count(*) FROM mail_outbox) AS mails,
       (SELECT count(*) FROM audit_entry) AS audit`,
  );
  return rows[0];
}
