import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asUser, auditOf, makeAccount, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWorkspace } from "../workspaces/index.ts";

let system: TestSystem;
let ana: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  ana = await makeAccount(system);
});

let replays = 0;
const noteReplay = () => void replays++;

async function create(key: string | null, name: string, account = ana) {
  const ctx = { ...(await asUser(system, account)), idempotencyKey: key, noteReplay };
  return await createWorkspace(ctx, { name });
}

async function owned(account = ana): Promise<number> {
  const { rows } = await system.owner.query("SELECT 1 FROM membership WHERE account_id = $1", [account.id]);
  return rows.length;
}

test("the same call twenty times at once is done once, and every caller hears the one answer", async () => {
  replays = 0;
  const answers = await Promise.all(Array.from({ length: 20 }, () => create("key-1", "Harbour")));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await owned()).toBe(1);
  expect(replays).toBe(19);
  expect(await auditOf(system, answers[0]?.id ?? "")).toHaveLength(1);
});

test("without a key each call is a call of its own", async () => {
  expect((await create(null, "Harbour")).id).not.toBe((await create(null, "Harbour")).id);
});

test("a key means something to its own account alone", async () => {
  const ben = await makeAccount(system);
  expect((await create("key-1", "Harbour")).id).not.toBe((await create("key-1", "Harbour", ben)).id);
});

test("the same key with another call is refused, and nothing is done", async () => {
  await create("key-1", "Harbour");
  await expect(create("key-1", "Lantern")).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  expect(await owned()).toBe(1);
});

test("a call that failed gives its key back", async () => {
  const ctx = { ...(await asUser(system, ana)), idempotencyKey: "key-1" };
  await createWorkspace(ctx, { name: "First", slug: `taken-${ana.id.slice(0, 8)}` });
  const twin = { ...ctx, idempotencyKey: "key-2" };
  const taken = { name: "Second", slug: `taken-${ana.id.slice(0, 8)}` };
  await expect(createWorkspace(twin, taken)).rejects.toMatchObject({ code: "SLUG_TAKEN" });
  expect(await createWorkspace(twin, { name: "Second" })).toMatchObject({ name: "Second" });
});

test("after 24 hours to the millisecond the key is new again", async () => {
  const first = await create("key-1", "Harbour");
  system.clock.advance({ hours: 24, milliseconds: -1 });
  expect(await create("key-1", "Harbour")).toEqual(first);
  system.clock.advance({ milliseconds: 1 });
  expect((await create("key-1", "Harbour")).id).not.toBe(first.id);
});

test.each(["", " ", "a b", "é", "x".repeat(256)])("%j is no key", async (key) => {
  await expect(create(key, "Harbour")).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_INVALID" });
  expect(await owned()).toBe(0);
});

test("neither the key nor the answer lies in the database in clear", async () => {
  await create("key-of-mine", "Harbour");
  const { rows } = await system.owner.query("SELECT answer, encode(key_hash, 'escape') AS key FROM idempotency_key");
  expect(JSON.stringify(rows)).not.toMatch(/Harbour|key-of-mine/);
});
