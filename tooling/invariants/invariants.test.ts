import { createWorkspace } from "@pronaflow/core/workspaces";
import type { TestSystem } from "@pronaflow/testing";
import { asUser, makeAccount, makeWorkspace, openSessionFor, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askInvariants } from "./ask-invariants.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

async function broken(): Promise<Record<string, string[]>> {
  const findings = await askInvariants(system.owner);
  return Object.fromEntries(
    findings.filter(({ found }) => found.length > 0).map(({ invariant, found }) => [invariant.id, found]),
  );
}

test("what the product does breaks nothing", async () => {
  const account = await makeAccount(system);
  await createWorkspace(await asUser(system, account), { name: "Harbour" });
  expect(await broken()).toEqual({});
});

test("a workspace without an owner, without settings and without an audit row is found three times", async () => {
  const workspace = await makeWorkspace(system, await makeAccount(system));
  await system.owner.query("UPDATE membership SET role = 'MEMBER' WHERE workspace_id = $1", [workspace.id]);
  await system.owner.query("DELETE FROM workspace_settings WHERE workspace_id = $1", [workspace.id]);
  expect(await broken()).toEqual({
    I1: [`workspace ${workspace.id}`],
    I2: [`workspace ${workspace.id} without settings`],
    I5: [`workspace ${workspace.id} created 0 times`],
  });
});

test("a sixth session and a password in clear are found", async () => {
  const account = await makeAccount(system);
  for (let opened = 0; opened < 6; opened++) await openSessionFor(system, account, system.web);
  await system.owner.query(
    "UPDATE session SET expires_at = now() + interval '1 hour', absolute_expires_at = now() + interval '1 day'",
  );
  await system.owner.query("UPDATE account SET password_hash = 'letmein' WHERE id = $1", [account.id]);
  expect(await broken()).toMatchObject({
    I4: [`account ${account.id}: 6`],
    I10: [`password of account ${account.id}`],
  });
});

test("a row cut out of an audit chain is found", async () => {
  const account = await makeAccount(system);
  const ctx = await asUser(system, account);
  const { id } = await createWorkspace(ctx, { name: "Lighthouse" });
  await system.owner.query("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
  await system.owner.query("UPDATE audit_entry SET hash = sha256('forged') WHERE target = $1", [id]);
  expect(await broken()).toMatchObject({ I6: [expect.stringContaining("does not end at its head")] });
});
