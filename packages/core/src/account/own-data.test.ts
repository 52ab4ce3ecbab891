import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  inConsole,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/sign-in.ts";
import { updateProfile } from "../identity/update-profile.ts";
import { appendAudit } from "../kernel/audit.ts";
import type { UserContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { createToken } from "../tokens/index.ts";
import * as account from "./index.ts";
import { makeExport } from "./make-export.ts";

let system: TestSystem;
let ana: TestAccount;
let ctx: UserContext;

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 25 });
  ana = await makeAccount(system);
  ctx = await asUser(system, ana);
});

/** One pixel, PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Opened by another program than the one that made it; what is no JSON as base64. */
function unzipped(bytes: Uint8Array): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), "pronaflow-export-"));
  const file = join(folder, "own.zip");
  writeFileSync(file, bytes);
  const read = `import base64, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
read = lambda n: json.loads(z.read(n)) if n.endswith(".json") else base64.b64encode(z.read(n)).decode()
print(json.dumps({n: read(n) for n in z.namelist()}))`;
  const text = execFileSync("python3", ["-c", read, file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return JSON.parse(text) as Record<string, unknown>;
}

test("an export holds what is stored of its owner, of nobody else, and no secret", async () => {
  const bo = await makeAccount(system, { displayName: "Canary Bo" });
  await makeWorkspace(system, bo, [], { name: "Canary Works" });
  const space = await makeWorkspace(system, ana);
  const { token } = await createToken(ctx, { name: "Deploys", permissions: ["account.view"], expiresInDays: 30 });
  const { id } = await account.requestExport(ctx, {});
  expect(await account.getExport(ctx)).toMatchObject({ id, state: "QUEUED", progress: 0 });
  await makeExport(system.admin, id);
  expect(await account.getExport(ctx)).toMatchObject({ state: "READY", progress: 100, size: expect.any(Number) });
  const { bytes, fileName } = await account.downloadExport(ctx, id);
  expect(fileName).toMatch(/^pronaflow-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipped(bytes);
  expect(files["profile.json"]).toMatchObject([{ id: ana.id, email: ana.email }]);
  expect(files["memberships.json"]).toMatchObject([{ workspace_id: space.id, role: "OWNER" }]);
  expect(files["access_tokens.json"]).toMatchObject([{ name: "Deploys" }]);
  const text = JSON.stringify(files);
  for (const secret of ["Canary", "hash", "argon2", token, "secret"]) expect(text).not.toContain(secret);
  expect((await mailsTo(system, ana.email)).map(({ template }) => template)).toContain("export-ready");
});

test("an export holds one's picture as everybody sees it, and none where there is none", async () => {
  const bare = await account.requestExport(ctx, {});
  await makeExport(system.admin, bare.id);
  const without = await account.downloadExport(ctx, bare.id);
  expect(Object.keys(unzipped(without.bytes))).not.toContain("picture.webp");
  system.clock.advance({ hours: 25 });
  ctx = await asUser(system, ana);
  await account.setAvatar(ctx, { contentType: "image/png", data: PIXEL });
  const { id } = await account.requestExport(ctx, {});
  await makeExport(system.admin, id);
  const { bytes } = await account.downloadExport(ctx, id);
  const picture = Buffer.from(String(unzipped(bytes)["picture.webp"]), "base64");
  expect(picture.subarray(8, 12).toString("latin1")).toBe("WEBP");
  const { rows } = await system.owner.query("SELECT image FROM account_avatar WHERE account_id = $1", [ana.id]);
  expect(picture.equals(rows[0].image)).toBe(true);
});

test("twenty who ask get one, made once however many make it, and one mail", async () => {
  const { values } = await twentyAtOnce(() => account.requestExport(ctx, {}));
  const [id = ""] = new Set(values.map((value) => value.id));
  expect(new Set(values.map((value) => value.id)).size).toBe(1);
  await Promise.all([makeExport(system.admin, id), makeExport(system.admin, id), makeExport(system.admin, id)]);
  await makeExport(system.admin, id);
  const mails = (await mailsTo(system, ana.email)).filter(({ template }) => template === "export-ready");
  expect(mails).toHaveLength(1);
});

test("one that a worker left half made is made from the start", async () => {
  const { id } = await account.requestExport(ctx, {});
  await system.owner.query("UPDATE data_export SET state = 'RUNNING', progress = 40 WHERE id = $1", [id]);
  await makeExport(system.admin, id);
  expect(await account.getExport(ctx)).toMatchObject({ state: "READY" });
});

test("it is fetched by its owner alone, freshly proven, for seven days", async () => {
  const { id } = await account.requestExport(ctx, {});
  await expect(account.downloadExport(ctx, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await makeExport(system.admin, id);
  const other = await asUser(system, await makeAccount(system));
  await expect(account.downloadExport(other, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(account.downloadExport(asGuest(system.web), id)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  system.clock.advance({ minutes: 11 });
  await expect(account.downloadExport(ctx, id)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  system.clock.advance({ days: 7 });
  const later = await asUser(system, ana);
  await expect(account.downloadExport(later, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await account.getExport(later)).toBeNull();
});

test("one's own activity is one's own, newest first, page by page, with the tries that failed", async () => {
  const bo = await makeAccount(system);
  await updateProfile(await asUser(system, bo), { displayName: "Someone else" });
  for (const displayName of ["One", "Two", "Three"]) {
    system.clock.advance({ minutes: 1 });
    await updateProfile(ctx, { displayName });
  }
  await signIn(asGuest(system.web), { identifier: ana.email, password: "wrong" }).catch(() => undefined);
  const all = await account.listActivity(ctx, {});
  expect(all.items.map(({ action }) => action)).toEqual([
    "attempt.sign_in",
    "account.profile_updated",
    "account.profile_updated",
    "account.profile_updated",
  ]);
  expect(all.items[1]).toMatchObject({ browser: "Chrome 140", ip: "203.0.113.7", by: "self" });
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await account.listActivity(ctx, { limit: 1, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(ids).toEqual(all.items.map(({ id }) => id));
  expect((await account.listActivity(ctx, { filter: "sign_ins" })).items).toHaveLength(1);
  expect((await account.listActivity(ctx, { filter: "security" })).items).toEqual([]);
  await expect(account.listActivity(ctx, { cursor: "bm90" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(
    system.web.db.pool.query("SELECT * FROM own_activity(NULL, true, NULL, NULL, 10)"),
  ).rejects.toMatchObject({ code: "42501" });
});

test("it says who acted, and where only of oneself and of those not signed in", async () => {
  await updateProfile(ctx, { displayName: "One" });
  system.clock.advance({ minutes: 1 });
  for (let tries = 0; tries < 5; tries++)
    await signIn(asGuest(system.web), { identifier: ana.email, password: "wrong" }).catch(() => undefined);
  const admin = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  for (const actor of [admin, { ...admin, actor: null }]) {
    system.clock.advance({ minutes: 1 });
    const entry = {
      action: "account.unlocked",
      workspaceId: null,
      change: { target: ana.id },
      isSystem: true,
    } as const;
    await transact(system.admin, { system: true }, (tx) => appendAudit(tx, actor, entry));
  }
  const { items } = await account.listActivity(ctx, {});
  const told = items.filter(({ action }) => action !== "attempt.sign_in");
  expect(told.map(({ action, by, ip }) => [action, by, ip])).toEqual([
    ["account.unlocked", "system", null],
    ["account.unlocked", "support", null],
    ["account.locked", "guest", "203.0.113.7"],
    ["account.profile_updated", "self", "203.0.113.7"],
  ]);
});
