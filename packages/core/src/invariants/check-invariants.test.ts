import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openSessionFor,
  openTestSystem,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { requestPasswordReset } from "../identity/index.ts";
import { workerContext } from "../kernel/scope.ts";
import { purgeWorkspace } from "../system/index.ts";
import { createWorkspace, deleteWorkspace } from "../workspaces/index.ts";
import { checkInvariants } from "./check-invariants.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

/** What is broken now, by invariant. What a test breaks stays broken, so the next one looks past it. */
async function broken(): Promise<Record<string, string[]>> {
  const findings = await checkInvariants(system.owner, system.clock.now());
  return Object.fromEntries(
    findings
      .map(({ id, offenders }) => [id, offenders.filter((line) => !known.has(line))])
      .filter(([, all]) => all?.length),
  );
}
const known = new Set<string>();
beforeEach(async () => {
  for (const lines of Object.values(await broken())) for (const line of lines) known.add(line);
});

const sql = (text: string, values: unknown[] = []) => system.owner.query(text, values);

async function purged() {
  const ctx = await asUser(system, await makeAccount(system));
  const { id } = await createWorkspace(ctx, { name: "Gone" });
  await deleteWorkspace(await inWorkspace(ctx, id), { id, confirmName: "Gone" });
  system.clock.advance({ days: 30 });
  await purgeWorkspace(workerContext(system.admin, "test"), { id, reason: "Thirty days after its deletion" });
  return id;
}

test("what the product does breaks nothing", async () => {
  const account = await makeAccount(system);
  const ctx = await asUser(system, account);
  await createWorkspace(ctx, { name: "Harbour" });
  await requestPasswordReset(asGuest(system.web), { email: account.email });
  await purged();
  const findings = await checkInvariants(system.owner);
  expect(findings.map(({ id }) => id)).toEqual(["I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10"]);
  expect(findings.filter(({ isHeld }) => !isHeld)).toEqual([]);
});

test("I1, I2, I5: a workspace without an owner, without settings and without an audit row is found three times", async () => {
  const workspace = await makeWorkspace(system, await makeAccount(system));
  // The database refuses it by itself: as after a restore of a dump that was cut.
  await sql("ALTER TABLE membership DISABLE TRIGGER workspace_active_owner");
  await sql("UPDATE membership SET role = 'MEMBER' WHERE workspace_id = $1", [workspace.id]);
  await sql("ALTER TABLE membership ENABLE TRIGGER workspace_active_owner");
  await sql("DELETE FROM workspace_settings WHERE workspace_id = $1", [workspace.id]);
  expect(await broken()).toEqual({
    I1: [`workspace ${workspace.id}`],
    I2: [`workspace ${workspace.id} without settings`],
    I5: [`workspace ${workspace.id} created 0 times`],
  });
});

test("I2: an account that was last in a workspace that is gone is found", async () => {
  const account = await makeAccount(system);
  await sql("UPDATE account SET last_workspace_id = gen_random_uuid() WHERE id = $1", [account.id]);
  expect(await broken()).toEqual({ I2: [`account ${account.id} was last in a workspace that is gone`] });
});

test("I3: a token used after it ran out is found", async () => {
  const account = await makeAccount(system);
  const { rows } = await sql(
    `INSERT INTO one_time_token (id, purpose, account_id, token_hash, created_at, expires_at, used_at) VALUES
       (gen_random_uuid(), 'PASSWORD_RESET', $1, sha256('late'), now(), now() + interval '1 hour', now() + interval '1 hour')
     RETURNING id`,
    [account.id],
  );
  expect(await broken()).toEqual({ I3: [`token ${rows[0].id}`] });
});

test("I4: a sixth live session is found, and five are none too many", async () => {
  const account = await makeAccount(system);
  for (let opened = 0; opened < 5; opened++) await openSessionFor(system, account, system.web);
  expect(await broken()).toEqual({});
  await openSessionFor(system, account, system.web);
  expect(await broken()).toEqual({ I4: [`account ${account.id}: 6`] });
});

test("I5: a workspace that came back behind the audit's back, and a purge nobody told it of, are found", async () => {
  const ctx = await asUser(system, await makeAccount(system));
  const { id } = await createWorkspace(ctx, { name: "Undone" });
  await deleteWorkspace(await inWorkspace(ctx, id), { id, confirmName: "Undone" });
  await sql("UPDATE workspace SET deleted_at = NULL, final_at = NULL WHERE id = $1", [id]);
  const other = system.web.random.uuid();
  await sql("INSERT INTO workspace_tombstone VALUES ($1, now(), now(), now(), '{}')", [other]);
  expect(await broken()).toEqual({
    I5: expect.arrayContaining([`workspace ${id} and its audit disagree`, `workspace ${other} purged 0 times`]),
  });
});

test("I6: an edited row, another detail and a row cut out of a chain are found", async () => {
  const ctx = await asUser(system, await makeAccount(system));
  const ids: string[] = [];
  for (const name of ["Edited", "Detailed", "Cut"]) ids.push((await createWorkspace(ctx, { name })).id);
  await sql("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
  await sql("ALTER TABLE audit_detail DISABLE TRIGGER ALL");
  await sql("UPDATE audit_entry SET request_id = 'another' WHERE target = $1", [ids[0]]);
  await sql(
    "UPDATE audit_detail SET detail = '{}' WHERE entry_id = (SELECT id FROM audit_entry WHERE target = $1 AND seq = 1)",
    [ids[1]],
  );
  await sql("DELETE FROM audit_entry WHERE target = $1", [ids[2]]);
  const found = await broken();
  expect(found.I6).toEqual(
    expect.arrayContaining([
      expect.stringContaining("was edited at 1"),
      expect.stringContaining("has another detail at 1"),
      expect.stringContaining("does not end at its head"),
    ]),
  );
  await sql("ALTER TABLE audit_entry ENABLE TRIGGER ALL");
  await sql("ALTER TABLE audit_detail ENABLE TRIGGER ALL");
});

test("I7: a mail that is sent and still sealed, and one under another's Message-ID, are found", async () => {
  const account = await makeAccount(system);
  await requestPasswordReset(asGuest(system.web), { email: account.email });
  const { rows } = await sql("UPDATE mail_outbox SET state = 'SENT' WHERE recipient = $1 RETURNING id", [
    account.email,
  ]);
  expect(await broken()).toEqual({ I7: [`mail ${rows[0].id}`] });
});

test("I8: one address written in two ways is found", async () => {
  const account = await makeAccount(system, { email: "twice@example.com" });
  const other = await makeAccount(system);
  await sql("UPDATE account SET email = 'Twice@Example.com' WHERE id = $1", [other.id]);
  expect((await broken()).I8).toEqual([`address of 2 accounts, ${[account.id, other.id].sort()[0]}`]);
});

test("I9: a purged workspace of which a member is left, or whose counts differ from its audit's, is found", async () => {
  const id = await purged();
  await sql(`UPDATE workspace_tombstone SET counts = '{"members": 99}' WHERE workspace_id = $1`, [id]);
  expect(await broken()).toEqual({ I9: [`workspace ${id} counted otherwise in its audit`] });
  const live = await makeWorkspace(system, await makeAccount(system));
  await sql("INSERT INTO workspace_tombstone VALUES ($1, now(), now(), now(), '{}')", [live.id]);
  expect((await broken()).I9).toContain(`workspace ${live.id}`);
});

test("I10: a password and a mail's link in clear are found", async () => {
  const account = await makeAccount(system);
  await sql("UPDATE account SET password_hash = 'letmein' WHERE id = $1", [account.id]);
  await requestPasswordReset(asGuest(system.web), { email: account.email });
  const { rows } = await sql(
    `UPDATE mail_outbox SET payload = '{"link":"http://localhost:3000/reset#token=abc"}' WHERE recipient = $1 RETURNING id`,
    [account.email],
  );
  expect(await broken()).toEqual({ I10: [`password of account ${account.id}`, `mail ${rows[0].id}`] });
});
