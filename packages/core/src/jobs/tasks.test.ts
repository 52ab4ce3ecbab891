import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openSessionFor,
  openTestSystem,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deleteWorkspace } from "../workspaces/index.ts";
import { TASK_NAMES } from "./rules.ts";
import { runTask } from "./run-task.ts";
import { startWorker } from "./start-worker.ts";

let system: TestSystem;
let folder: string;
let account: TestAccount;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pronaflow-tasks-"));
  system = await openTestSystem({ DATA_DIR: folder });
  account = await makeAccount(system);
});
afterAll(async () => {
  await system.close();
  rmSync(folder, { recursive: true });
});

const count = async (sql: string, values: unknown[] = []) => (await system.owner.query(sql, values)).rowCount;

test("an account whose address was not verified in seven days goes, and its address is free again", async () => {
  const pending = await makeAccount(system, { status: "PENDING" });
  const owning = await makeAccount(system, { status: "PENDING" });
  await makeWorkspace(system, owning);
  const there = (id: string) => count("SELECT FROM account WHERE id = $1", [id]);
  system.clock.advance({ days: 7, milliseconds: -1 });
  await runTask(system.admin, "accounts.expire");
  expect(await there(pending.id)).toBe(1);
  system.clock.advance({ milliseconds: 1 });
  await Promise.all([runTask(system.admin, "accounts.expire"), runTask(system.admin, "accounts.expire")]);
  await runTask(system.admin, "accounts.expire");
  expect(await there(pending.id)).toBe(0);
  expect(await there(owning.id)).toBe(1);
  expect(await there(account.id)).toBe(1);
  const rows = (await auditOf(system, pending.id)).map(({ action, actorKind }) => ({ action, actorKind }));
  expect(rows).toEqual([{ action: "account.expired", actorKind: "SYSTEM" }]);
  expect(await makeAccount(system, { email: pending.email })).toBeDefined();
});

test("sessions, links, buckets, attempts and mails go when their time is over, not a moment earlier", async () => {
  const now = system.clock.now();
  await openSessionFor(system, account, system.web);
  await system.owner.query("UPDATE session SET expires_at = $1::timestamptz + interval '7 days'", [now]);
  await system.owner.query(
    `INSERT INTO one_time_token (id, purpose, account_id, token_hash, created_at, expires_at)
     VALUES (gen_random_uuid(), 'PASSWORD_RESET', $1, sha256('t'), $2, $2::timestamptz + interval '7 days')`,
    [account.id, now],
  );
  await system.owner.query("DELETE FROM rate_limit");
  await system.owner.query("INSERT INTO rate_limit (key, tat) VALUES ('k', $1::timestamptz + interval '7 days')", [
    now,
  ]);
  await system.owner.query("DELETE FROM auth_attempt");
  await system.owner.query(
    `INSERT INTO auth_attempt (id, at, kind, outcome, audience, request_id)
     VALUES (gen_random_uuid(), $1::timestamptz - interval '83 days', 'sign_in', 'succeeded', 'WEB', 'r')`,
    [now],
  );
  await system.owner.query("DELETE FROM mail_outbox");
  for (const state of ["SENT", "QUEUED"]) {
    await system.owner.query(
      `INSERT INTO mail_outbox (id, message_id, template, recipient, locale, state, created_at, next_attempt_at)
       VALUES (gen_random_uuid(), $2, 'password-reset', 'a@example.com', 'en', $2::text::"MailState",
         $1::timestamptz - interval '83 days', $1)`,
      [now, state],
    );
  }
  const left = async () => {
    const tables = ["session", "one_time_token", "rate_limit", "auth_attempt", "mail_outbox"];
    return Promise.all(tables.map((table) => count(`SELECT FROM ${table}`)));
  };
  system.clock.set(new Date(now.getTime() + 7 * 86_400_000 - 1));
  await runTask(system.admin, "rows.expire");
  expect(await left()).toEqual([1, 1, 1, 1, 2]);
  system.clock.advance({ milliseconds: 1 });
  await Promise.all([runTask(system.admin, "rows.expire"), runTask(system.admin, "rows.expire")]);
  expect(await left()).toEqual([0, 0, 0, 0, 1]);
});

test("of passwords the last five are remembered", async () => {
  const person = await makeAccount(system);
  for (let nth = 1; nth <= 6; nth++) {
    await system.owner.query(
      `INSERT INTO password_history (id, account_id, hash, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3::timestamptz + $4 * interval '1 second')`,
      [person.id, `hash ${nth}`, system.clock.now(), nth],
    );
  }
  await runTask(system.admin, "passwords.trim");
  await runTask(system.admin, "passwords.trim");
  const { rows } = await system.owner.query<{ hash: string }>(
    "SELECT hash FROM password_history WHERE account_id = $1 ORDER BY created_at",
    [person.id],
  );
  expect(rows.map(({ hash }) => hash)).toEqual(["hash 2", "hash 3", "hash 4", "hash 5", "hash 6"]);
});

test("workspaces whose thirty days are over are purged once by two workers, in pages, and no other", async () => {
  const made: string[] = [];
  for (let nth = 0; nth < 22; nth++) {
    const workspace = await makeWorkspace(system, account);
    const ctx = await inWorkspace(await asUser(system, account), workspace.id);
    await deleteWorkspace(ctx, { id: workspace.id, confirmName: workspace.name });
    made.push(workspace.id);
  }
  const live = await makeWorkspace(system, account);
  system.clock.advance({ days: 30 });
  await Promise.all([runTask(system.admin, "workspaces.purge"), runTask(system.admin, "workspaces.purge")]);
  expect(await count("SELECT FROM workspace WHERE id = ANY($1)", [made])).toBe(0);
  expect(await count("SELECT FROM workspace WHERE id = $1", [live.id])).toBe(1);
  const purged = await system.owner.query("SELECT target FROM audit_entry WHERE action = 'workspace.purged'");
  expect(purged.rows.map(({ target }) => target).sort()).toEqual([...made].sort());
});

test("a checkpoint of the audit is written where none was, and nothing where nothing moved", async () => {
  await runTask(system.admin, "audit.checkpoint");
  await runTask(system.admin, "audit.checkpoint");
  expect(readdirSync(join(folder, "checkpoints"))).toHaveLength(1);
});

test("every task runs in a worker, as its role, and only one of each waits or runs over all workers", async () => {
  const complaints: string[] = [];
  const services = {
    ...system.admin,
    log: { ...system.admin.log, error: (message: string) => complaints.push(message) },
  };
  const ask = (name: string) =>
    system.owner.query(
      `INSERT INTO pgboss.job (name, policy, retry_limit) SELECT name, policy, retry_limit FROM pgboss.queue
       WHERE name = $1 ON CONFLICT DO NOTHING`,
      [name],
    );
  for (const name of TASK_NAMES) {
    expect((await ask(name)).rowCount).toBe(1);
    expect((await ask(name)).rowCount).toBe(0);
  }
  const transport = { send: async () => ({ kind: "sent" as const }), close: () => {} };
  const worker = await startWorker(services, { transport });
  const done = "SELECT FROM pgboss.job WHERE name = ANY($1) AND state = 'completed'";
  await vi.waitFor(async () => expect(await count(done, [TASK_NAMES])).toBeGreaterThanOrEqual(TASK_NAMES.length), {
    timeout: 15_000,
    interval: 100,
  });
  await worker.stop();
  expect(complaints).toEqual([]);
});
