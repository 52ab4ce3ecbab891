import { randomBytes } from "node:crypto";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { auditOf, makeAccount, makeWorkspace, openSessionFor, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, findPicture, webRouter } from "./web/index.ts";

/** One pixel, PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const PNG = { contentType: "image/png", data: PIXEL };

let system: TestSystem;
let front: Front;
let id: string;
let owner: TestAccount;
let member: TestAccount;
let tokens: Record<"owner" | "member" | "stranger", string>;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system);
  member = await makeAccount(system);
  const stranger = await makeAccount(system);
  id = (await makeWorkspace(system, owner, [{ account: member, role: "GUEST" }])).id;
  tokens = {
    owner: await openSessionFor(system, owner, system.web),
    member: await openSessionFor(system, member, system.web),
    stranger: await openSessionFor(system, stranger, system.web),
  };
  front = createFront({
    app: "web",
    baseUrl: "http://localhost:3000",
    router: webRouter,
    rest: true,
    createContext: (call) => createApiContext(system.web, call),
    picture: findPicture,
    log: system.web.log,
    probes: {},
    resolveIp: (peer) => peer,
    // A picture is drawn in a process of its own, which a busy machine starts late.
    limits: { answerMs: 60_000 },
  });
});
afterAll(async () => {
  await front.close();
  await system.close();
});

async function call(method: string, path: string, who?: keyof typeof tokens, body?: object) {
  const response = await front.fetch(
    new Request(`http://localhost:3000/api${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(who ? { authorization: `Bearer ${tokens[who]}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  return response;
}

const json = async (response: Response) => (await response.json()) as Record<string, string>;

test("a logo is set over REST and shown to members alone, kept for good, run by nobody", async () => {
  const { logo = "", small = "" } = await json(await call("PUT", `/v1/workspaces/${id}/logo`, "owner", PNG));
  for (const address of [logo, small]) {
    const shown = await call("GET", address.slice(4), "member");
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
      "cross-origin-resource-policy": "same-origin",
    });
    expect(Buffer.from(await shown.arrayBuffer()).toString("latin1", 8, 12)).toBe("WEBP");
  }
  expect((await call("GET", logo.slice(4))).status).toBe(401);
  const guessed = logo.replace(/\/[0-9a-f]{32}\//, `/${"0".repeat(32)}/`);
  const refusals = [await call("GET", logo.slice(4), "stranger"), await call("GET", guessed.slice(4), "member")];
  for (const refusal of refusals) {
    expect(refusal.status).toBe(404);
    expect(refusal.headers.get("cache-control")).toBe("no-store");
  }
  const marks = await front.fetch(
    new Request("http://localhost:3000/api/trpc/workspaces.marks", {
      headers: { authorization: `Bearer ${tokens.member}` },
    }),
  );
  expect(await marks.json()).toMatchObject({ result: { data: { items: [{ id, tones: null, logo: small }] } } });
});

test("a new logo has another address, and the old one leads nowhere; so does a removed one", async () => {
  const first = await json(await call("PUT", `/v1/workspaces/${id}/logo`, "owner", PNG));
  const second = await json(await call("PUT", `/v1/workspaces/${id}/logo`, "owner", PNG));
  expect(second.logo).not.toBe(first.logo);
  expect((await call("GET", String(first.logo).slice(4), "member")).status).toBe(404);
  expect(await json(await call("DELETE", `/v1/workspaces/${id}/logo`, "owner"))).toEqual({ logo: null, small: null });
  expect((await call("GET", String(second.logo).slice(4), "member")).status).toBe(404);
  await call("DELETE", `/v1/workspaces/${id}/logo`, "owner");
  const acts = (await auditOf(system, id)).map(({ action }) => action);
  expect(acts.filter((action) => action === "logo.removed")).toHaveLength(1);
});

test("what is no picture is refused with its code, and a picture of more than 2 MB before it is read", async () => {
  const svg = { contentType: "image/png", data: Buffer.from("<svg/>").toString("base64") };
  const refused = await call("PUT", `/v1/workspaces/${id}/logo`, "owner", svg);
  expect([refused.status, (await json(refused)).code]).toEqual([400, "IMAGE_REFUSED"]);
  const noise = (size: number) => ({ ...PNG, data: randomBytes(size).toString("base64") });
  const large = await call("PUT", `/v1/workspaces/${id}/logo`, "owner", noise(2 * 1024 * 1024));
  expect((await json(large)).code).toBe("IMAGE_REFUSED");
  const tooLarge = await call("PUT", `/v1/workspaces/${id}/logo`, "owner", noise(2_200_000));
  expect([tooLarge.status, (await json(tooLarge)).code]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  const elsewhere = await call("PATCH", `/v1/workspaces/${id}`, "owner", noise(1_000_000));
  expect(elsewhere.status).toBe(413);
});

test("a picture of one's own is shown to whoever is signed in and knows its version", async () => {
  const { avatar = "" } = await json(await call("PUT", "/v1/account/avatar", "member", PNG));
  expect(await json(await call("GET", "/v1/account/avatar", "member"))).toEqual({ avatar });
  expect((await call("GET", avatar.slice(4), "stranger")).status).toBe(200);
  expect((await call("GET", avatar.slice(4))).status).toBe(401);
  expect((await call("GET", `${avatar.slice(4, -1)}x`, "stranger")).status).toBe(404);
  expect(await json(await call("DELETE", "/v1/account/avatar", "member"))).toEqual({ avatar: null });
  expect((await call("GET", avatar.slice(4), "stranger")).status).toBe(404);
  const acts = (await auditOf(system, member.id)).map(({ action }) => action);
  expect(acts).toEqual(["account.avatar_changed", "account.avatar_removed"]);
});
