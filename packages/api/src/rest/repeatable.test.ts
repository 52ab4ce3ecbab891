import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { auditOf, makeAccount, makeWorkspace, openSessionFor, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Front } from "../server/index.ts";
import { createFront } from "../server/index.ts";
import { createApiContext, webRouter } from "../web/index.ts";

/** One pixel, PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const TWENTY = Array.from({ length: 20 });

let system: TestSystem;
let front: Front;
let url: string;
let [owner, member]: TestAccount[] = [];
let space: TestWorkspace & { memberId: string };
let tokens: Record<"owner" | "member", string>;

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
    // A picture is drawn in a process of its own, which a busy machine starts late.
    limits: { answerMs: 60_000 },
  });
  url = `http://127.0.0.1:${await front.listen(0, "127.0.0.1")}/api/v1`;
});
afterAll(async () => {
  await front.close();
  await system.close();
});
beforeEach(async () => {
  await system.owner.query("DELETE FROM rate_limit");
  [owner, member] = [await makeAccount(system), await makeAccount(system)];
  const made = await makeWorkspace(system, owner, [{ account: member, role: "MEMBER" }]);
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2",
    [made.id, member.id],
  );
  space = { ...made, memberId: rows[0]?.id ?? expect.unreachable() };
  tokens = { owner: await sessionOf(owner), member: await sessionOf(member) };
});

async function sessionOf(account: TestAccount | undefined): Promise<string> {
  return await openSessionFor(system, account ?? expect.unreachable(), system.web);
}

interface Sent {
  key?: string;
  body: object;
  as?: keyof typeof tokens;
}

async function send([method, path]: readonly [string, string], { key, body, as = "owner" }: Sent) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${tokens[as]}` };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...(key === undefined ? {} : { "idempotency-key": key }) },
    body: JSON.stringify(body),
  });
  const isReplay = answer.headers.get("idempotency-replayed") === "true";
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, isReplay };
}

const create = ["POST", "/workspaces"] as const;

/** The calls of spec DEV-2 that honour a key: where, what is sent, what else might be, and how often it was done. */
const CALLS = {
  create: () => ({
    to: create,
    body: { name: "Harbour" },
    other: { name: "Lantern" },
    done: () => count("workspace WHERE created_by = $1 AND id <> $2", [owner?.id, space.id]),
  }),
  invite: () => ({
    to: ["POST", `/workspaces/${space.id}/invitations`] as const,
    body: { emails: ["dora@harbour.example", "emil@harbour.example"], role: "GUEST" },
    other: { emails: ["dora@harbour.example"], role: "GUEST" },
    done: async () => (await count("invitation WHERE workspace_id = $1", [space.id])) / 2,
  }),
  transfer: () => ({
    to: ["POST", `/workspaces/${space.id}/transfer`] as const,
    body: { memberId: space.memberId },
    other: { memberId: "0199c0de-0000-7000-8000-000000000001" },
    done: () => count("ownership_transfer WHERE workspace_id = $1", [space.id]),
  }),
  upload: () => ({
    to: ["PUT", `/workspaces/${space.id}/logo`] as const,
    body: { contentType: "image/png", data: PIXEL },
    other: { contentType: "image/webp", data: PIXEL },
    done: async () => (await auditOf(system, space.id)).filter(({ action }) => action === "logo.changed").length,
  }),
};
const NAMES = Object.keys(CALLS) as (keyof typeof CALLS)[];

async function count(what: string, values: unknown[]): Promise<number> {
  const { rows } = await system.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`, values);
  return rows[0]?.n ?? expect.unreachable();
}

test.each(NAMES)("%s: the same call again is answered the same and not done again", async (name) => {
  const { to, body, done } = CALLS[name]();
  const first = await send(to, { key: "k-1", body });
  expect([first.status, first.isReplay]).toEqual([name === "upload" ? 200 : 201, false]);
  expect(await send(to, { key: "k-1", body })).toEqual({ ...first, isReplay: true });
  expect(await done()).toBe(1);
});

test.each(NAMES)("%s: twenty at once are done once, and each hears the one answer", async (name) => {
  const { to, body, done } = CALLS[name]();
  const answers = await Promise.all(TWENTY.map(() => send(to, { key: "k-1", body })));
  const heard = answers.filter(({ status }) => status < 300);
  expect(new Set(heard.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect(heard.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
  // Pictures are drawn a few at a time: who is turned away hears so, and may ask again with the same key.
  const turnedAway = answers.filter(({ status }) => status >= 300).map(({ body: { code } }) => code);
  expect(turnedAway.filter((code) => name !== "upload" || (code !== "BUSY" && code !== "TIMEOUT"))).toEqual([]);
  expect(await done()).toBe(1);
});

test.each(NAMES)("%s: the key with another call is refused, and neither is done again", async (name) => {
  const { to, body, other, done } = CALLS[name]();
  await send(to, { key: "k-1", body });
  const refused = await send(to, { key: "k-1", body: other });
  expect([refused.status, refused.body["code"]]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
  expect(await done()).toBe(1);
});

test.each(NAMES)("%s: no key but 1 to 255 visible ASCII characters is one, and nothing is done", async (name) => {
  const { to, body, done } = CALLS[name]();
  for (const key of ["", "a b", "\u00e9", "x".repeat(256)]) {
    const refused = await send(to, { key, body });
    expect([refused.status, refused.body["code"]]).toEqual([400, "IDEMPOTENCY_KEY_INVALID"]);
  }
  expect(await done()).toBe(0);
  expect((await send(to, { key: "~".repeat(255), body })).status).toBeLessThan(300);
});

test.each(NAMES)("%s: a key of somebody else's is another key", async (name) => {
  const { to, body } = CALLS[name]();
  await send(to, { key: "k-1", body });
  const theirs = await send(to, { key: "k-1", body, as: "member" });
  expect(theirs.isReplay).toBe(false);
  // A Member may create and invite Guests; the rest is refused as it is without a key.
  expect(theirs.status).toBe(name === "create" || name === "invite" ? 201 : 403);
});

test("after 24 hours the key is new: what was done once is done again", async () => {
  const body = { name: "Harbour" };
  const first = await send(create, { key: "k-1", body });
  system.clock.advance({ hours: 24, milliseconds: -1 });
  expect((await send(create, { key: "k-1", body })).body).toEqual(first.body);
  system.clock.advance({ milliseconds: 1 });
  const second = await send(create, { key: "k-1", body });
  expect([second.status, second.isReplay]).toEqual([201, false]);
  expect(second.body["id"]).not.toBe(first.body["id"]);
});

test("a refusal is not kept: with what was in the way gone, the same call with the same key is done", async () => {
  const { to, body, done } = CALLS.transfer();
  const waiting = await send(to, { key: "k-1", body });
  expect(waiting.status).toBe(201);
  const refused = await send(to, { key: "k-2", body });
  expect([refused.status, refused.body["code"]]).toEqual([409, "TRANSFER_PENDING"]);
  await send(["DELETE", `/workspaces/${space.id}/transfer`], { body: {} });
  expect(await send(to, { key: "k-2", body })).toMatchObject({ status: 201, isReplay: false });
  expect(await done()).toBe(2);
  const broken = CALLS.upload();
  const picture = { contentType: "image/png", data: Buffer.from("no picture").toString("base64") };
  expect((await send(broken.to, { key: "k-3", body: picture })).body["code"]).toBe("IMAGE_REFUSED");
  expect((await send(broken.to, { key: "k-3", body: broken.body })).status).toBe(200);
});

test("a fault of the server's is not kept either", async () => {
  await system.owner.query("ALTER TABLE workspace_settings ADD CONSTRAINT broken CHECK (time_zone <> 'UTC') NOT VALID");
  const failed = await send(create, { key: "k-1", body: { name: "Harbour" } });
  await system.owner.query("ALTER TABLE workspace_settings DROP CONSTRAINT broken");
  expect(failed.status).toBe(500);
  expect(await send(create, { key: "k-1", body: { name: "Harbour" } })).toMatchObject({ status: 201, isReplay: false });
});

test("a repeated call takes nothing from a limit, and is no answer to who lost the right to ask", async () => {
  const { to, body } = CALLS.invite();
  await send(to, { key: "k-1", body, as: "member" });
  const share = "rate_limit WHERE tat > now() - interval '10 years'";
  const before = await system.owner.query(`SELECT * FROM ${share} ORDER BY key`);
  await send(to, { key: "k-1", body, as: "member" });
  expect((await system.owner.query(`SELECT * FROM ${share} ORDER BY key`)).rows).toEqual(before.rows);
  await system.owner.query("DELETE FROM membership WHERE id = $1", [space.memberId]);
  expect(await send(to, { key: "k-1", body, as: "member" })).toMatchObject({
    status: 404,
    body: { code: "NOT_FOUND" },
  });
});

test("the document names the header for each of them and for one's own picture, and for nothing else", async () => {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[]; responses: object }>>;
  };
  const named = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [], responses }]) =>
      parameters.some((one) => one.in === "header" && one.name === "Idempotency-Key") && "422" in responses
        ? [`${method} ${path}`]
        : [],
    ),
  );
  expect(named.toSorted()).toEqual([
    "post /workspaces",
    "post /workspaces/{id}/invitations",
    "post /workspaces/{id}/transfer",
    "put /account/avatar",
    "put /workspaces/{id}/logo",
  ]);
});
