import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { inConsole, makeAccount, makeWorkspace, openSessionFor, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SystemContext } from "../kernel/context.ts";
import { findSystemAccount, listAccounts, suspendAccount } from "./index.ts";

let system: TestSystem;
let ctx: SystemContext;
let support: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
  support = await makeAccount(system, { systemRole: "SUPPORT" });
  ctx = await inConsole(system, support);
});
afterAll(() => system.close());

const idsOf = async (input: Parameters<typeof listAccounts>[1]) =>
  (await listAccounts(ctx, input)).items.map(({ id }) => id);

test("people are found by a part of their name, the start of username or address, or their id; wildcards are letters", async () => {
  const ana = await makeAccount(system, { displayName: "Ánh Dương Orchid" });
  for (const q of ["dương", "Orch", "ng", ana.username.slice(0, 8), ana.email.slice(0, 9).toUpperCase(), ana.id])
    expect(await idsOf({ q }), q).toContain(ana.id);
  for (const q of ["%", "_", "rchid-", ana.email.slice(3)]) expect(await idsOf({ q }), q).not.toContain(ana.id);
});

test("the list is narrowed by how they stand, newest first, page by page; who is gone is there only where asked for", async () => {
  const made: Record<string, TestAccount> = {};
  for (const status of ["PENDING", "SUSPENDED", "DELETED", "ACTIVE"] as const)
    made[status] = await makeAccount(system, { status });
  const leaving = await makeAccount(system);
  await system.owner.query("UPDATE account SET deletion_due_at = now() + interval '9 days' WHERE id = $1", [
    leaving.id,
  ]);
  made.LEAVING = leaving;
  for (const status of ["PENDING", "SUSPENDED", "DELETED", "ACTIVE", "LEAVING"] as const) {
    const { items } = await listAccounts(ctx, { status, limit: 100 });
    expect(items.map(({ id }) => id)).toContain(made[status]?.id);
    expect(new Set(items.map((item) => item.status))).toEqual(new Set([status]));
  }
  expect(await idsOf({ limit: 100 })).not.toContain(made.DELETED?.id);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAccounts(ctx, { limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(await idsOf({ limit: 100 }));
  await expect(listAccounts(ctx, { cursor: "nonsense" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("one account in full: how it stands, ways in, sessions, tries, workspaces, acts; never a secret", async () => {
  const ana = await makeAccount(system);
  const space = await makeWorkspace(system, ana);
  await openSessionFor(system, ana, system.web);
  const before = await findSystemAccount(ctx, { id: ana.id });
  expect(before).toMatchObject({ status: "ACTIVE", waysIn: { password: true, totp: false, tokens: 0 } });
  expect(before.sessions).toHaveLength(1);
  expect(before.workspaces).toEqual([
    { id: space.id, name: space.name, slug: space.slug, role: "OWNER", isActive: true, isDeleted: false },
  ]);
  const admin = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  await suspendAccount(admin, { id: ana.id, reason: "Sends spam" });
  const after = await findSystemAccount(ctx, { id: ana.id });
  expect(after).toMatchObject({ status: "SUSPENDED", suspension: { until: null, reason: "Sends spam" }, sessions: [] });
  expect(after.history[0]).toMatchObject({ action: "account.suspended", reason: "Sends spam" });
  expect(JSON.stringify(after)).not.toMatch(/argon2|token_hash|tokenHash/);
  await expect(findSystemAccount(ctx, { id: system.admin.random.uuid() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
