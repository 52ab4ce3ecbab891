import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asUser, makeAccount, openTestSystem, twentyAtOnce } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { proveWorkspaceScope } from "../kernel/scope.ts";
import { createWorkspace, updateWorkspace } from "../workspaces/index.ts";
import { checkpointSigner, verifyAudit, writeCheckpoint } from "./index.ts";
import { checkpointFolder } from "./write-checkpoint.ts";

let system: TestSystem;
let person: TestAccount;
let dataDir: string;
let chain: string;
let workspaceId: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "pronaflow-audit-"));
  system = await openTestSystem({ DATA_DIR: dataDir });
  person = await makeAccount(system);
  await system.owner.query("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only");
  await system.owner.query("ALTER TABLE audit_detail DISABLE TRIGGER audit_detail_append_only");
});

afterAll(async () => {
  await system.close();
  rmSync(dataDir, { recursive: true, force: true });
});

// Each test spoils a history of its own: one workspace made and renamed four times.
beforeEach(async () => {
  await system.owner.query("DELETE FROM audit_detail");
  await system.owner.query("DELETE FROM audit_entry");
  await system.owner.query("DELETE FROM audit_head");
  rmSync(checkpointFolder(dataDir), { recursive: true, force: true });
  const ctx = await asUser(system, person);
  const { id } = await createWorkspace(ctx, { name: "Ledger" });
  const scope = await proveWorkspaceScope(ctx, { id });
  for (const name of ["Ledger 1", "Ledger 2", "Ledger 3", "Ledger 4"])
    await updateWorkspace({ ...ctx, scope }, { id, name });
  await system.owner.query("UPDATE workspace SET deleted_at = now(), final_at = now() WHERE id = $1", [id]);
  workspaceId = id;
  chain = `w:${id}`;
});

async function verdict() {
  const client = await system.owner.connect();
  try {
    return await verifyAudit(async (text, values) => (await client.query(text, values)).rows, {
      folder: checkpointFolder(dataDir),
      signer: checkpointSigner(system.admin),
    });
  } finally {
    client.release();
  }
}

const spoil = (text: string, ...values: unknown[]) => system.owner.query(text, [chain, ...values]);

/** The state of an older dump: rows and head. */
async function cutBackTo(seq: number): Promise<void> {
  await spoil(
    `DELETE FROM audit_detail WHERE entry_id IN (SELECT id FROM audit_entry WHERE chain = $1 AND seq > ${seq})`,
  );
  await spoil(`DELETE FROM audit_entry WHERE chain = $1 AND seq > ${seq}`);
  await spoil(
    `UPDATE audit_head h SET seq = e.seq, hash = e.hash FROM audit_entry e
     WHERE h.chain = $1 AND e.chain = h.chain AND e.seq = ${seq}`,
  );
}

test("a chain that nobody touched verifies, with its checkpoint", async () => {
  expect(await writeCheckpoint(system.admin)).toBe(1);
  expect(await writeCheckpoint(system.admin)).toBe(0);
  expect(await verdict()).toEqual({ rows: 5, chains: 1, fault: null });
});

test("an edited row is named", async () => {
  await spoil("UPDATE audit_entry SET action = 'workspace.opened' WHERE chain = $1 AND seq = 3");
  expect((await verdict()).fault).toEqual({ chain, seq: 3, kind: "edited" });
});

test("two swapped rows are named at the first", async () => {
  await spoil("UPDATE audit_entry SET seq = CASE seq WHEN 2 THEN 40 ELSE 20 END WHERE chain = $1 AND seq IN (2, 4)");
  await spoil("UPDATE audit_entry SET seq = CASE seq WHEN 40 THEN 4 ELSE 2 END WHERE chain = $1 AND seq IN (20, 40)");
  expect((await verdict()).fault).toEqual({ chain, seq: 2, kind: "edited" });
});

test("a missing row is named", async () => {
  await spoil("DELETE FROM audit_detail WHERE entry_id = (SELECT id FROM audit_entry WHERE chain = $1 AND seq = 2)");
  await spoil("DELETE FROM audit_entry WHERE chain = $1 AND seq = 2");
  expect((await verdict()).fault).toEqual({ chain, seq: 2, kind: "missing" });
});

test("a forged row with a right hash of its own does not follow the one before", async () => {
  await spoil(
    `UPDATE audit_entry e SET target = 'forged', prev = '\\xabcd', hash = audit_hash(ROW(e.id, e.chain, e.seq, e.at, e.action,
       e.actor_kind, e.actor_id, e.on_behalf_of, 'forged', e.workspace_id, e.request_id, e.detail_digest, '\\xabcd'::bytea,
       e.hash)::audit_entry) WHERE chain = $1 AND seq = 3`,
  );
  expect((await verdict()).fault).toEqual({ chain, seq: 3, kind: "unlinked" });
});

test("a changed detail is named, an erased one is not a fault", async () => {
  const detail = "(SELECT id FROM audit_entry WHERE chain = $1 AND seq = 4)";
  await spoil(`UPDATE audit_detail SET detail = replace(detail, 'Ledger 3', 'Ledger X') WHERE entry_id = ${detail}`);
  expect((await verdict()).fault).toEqual({ chain, seq: 4, kind: "detail" });
  await spoil(`DELETE FROM audit_detail WHERE entry_id = ${detail}`);
  expect((await verdict()).fault).toBeNull();
});

test("a cut tail is found by the head, and by a checkpoint where the head was cut back too", async () => {
  await writeCheckpoint(system.admin);
  await spoil("DELETE FROM audit_detail WHERE entry_id = (SELECT id FROM audit_entry WHERE chain = $1 AND seq = 5)");
  await spoil("DELETE FROM audit_entry WHERE chain = $1 AND seq = 5");
  expect((await verdict()).fault).toEqual({ chain, seq: 5, kind: "cut" });
  await spoil(
    "UPDATE audit_head h SET seq = 4, hash = (SELECT hash FROM audit_entry WHERE chain = $1 AND seq = 4) WHERE chain = $1",
  );
  expect((await verdict()).fault).toEqual({ chain, seq: 5, kind: "cut" });
});

test("an older state that went on differently is found by the checkpoint", async () => {
  await writeCheckpoint(system.admin);
  await cutBackTo(4);
  await system.owner.query("UPDATE workspace SET deleted_at = NULL, final_at = NULL WHERE id = $1", [workspaceId]);
  const ctx = await asUser(system, person);
  const scope = await proveWorkspaceScope(ctx, { id: workspaceId });
  await updateWorkspace({ ...ctx, scope }, { id: workspaceId, name: "Another past" });
  expect((await verdict()).fault).toEqual({ chain, seq: 5, kind: "rewritten" });
});

test("a past that was rewritten is found also after later checkpoints have signed the new one", async () => {
  await writeCheckpoint(system.admin);
  await cutBackTo(4);
  await system.owner.query("UPDATE workspace SET deleted_at = NULL, final_at = NULL WHERE id = $1", [workspaceId]);
  const ctx = await asUser(system, person);
  const scope = await proveWorkspaceScope(ctx, { id: workspaceId });
  for (const name of ["Another past", "And on"]) await updateWorkspace({ ...ctx, scope }, { id: workspaceId, name });
  expect(await writeCheckpoint(system.admin)).toBe(1);
  expect((await verdict()).fault).toEqual({ chain, seq: 5, kind: "rewritten" });
});

test("a row that was hashed well, but into a chain it has no place in, is named", async () => {
  await spoil("UPDATE audit_entry SET chain = 'w:0' WHERE chain = $1 AND seq = 1");
  await system.owner.query("UPDATE audit_entry e SET hash = audit_hash(e) WHERE chain = 'w:0'");
  expect((await verdict()).fault).toEqual({ chain: "w:0", seq: 1, kind: "unlinked" });
});

test("a product at work is no fault: the verifier sees one moment", async () => {
  await system.owner.query("UPDATE workspace SET deleted_at = NULL, final_at = NULL WHERE id = $1", [workspaceId]);
  const ctx = await asUser(system, person);
  const scope = await proveWorkspaceScope(ctx, { id: workspaceId });
  let round = 0;
  const client = await system.owner.connect();
  try {
    const busy = async (text: string, values: unknown[]) => {
      const { rows } = await client.query(text, values);
      await updateWorkspace({ ...ctx, scope }, { id: workspaceId, name: `Busy ${round++}` });
      return rows;
    };
    const signer = checkpointSigner(system.admin);
    const { fault } = await verifyAudit(busy, { folder: checkpointFolder(dataDir), signer });
    expect(fault).toBeNull();
  } finally {
    client.release();
  }
  expect(round).toBeGreaterThan(2);
});

test("twenty workers at once write one checkpoint, and a line cut short by a crash spoils nothing", async () => {
  const { values } = await twentyAtOnce(() => writeCheckpoint(system.admin));
  expect(values.sort()).toEqual([...Array(19).fill(0), 1]);
  const [name = ""] = readdirSync(checkpointFolder(dataDir));
  const file = join(checkpointFolder(dataDir), name);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, `${readFileSync(file, "utf8")}{"at":"2026`);
  expect((await verdict()).fault).toBeNull();
  await system.owner.query("UPDATE workspace SET deleted_at = NULL, final_at = NULL WHERE id = $1", [workspaceId]);
  const ctx = await asUser(system, person);
  const scope = await proveWorkspaceScope(ctx, { id: workspaceId });
  await updateWorkspace({ ...ctx, scope }, { id: workspaceId, name: "After the crash" });
  expect(await writeCheckpoint(system.admin)).toBe(1);
  expect(await verdict()).toEqual({ rows: 6, chains: 1, fault: null });
});

test("a changed checkpoint file is found by its signature", async () => {
  await writeCheckpoint(system.admin);
  const folder = checkpointFolder(dataDir);
  const [name = ""] = readdirSync(folder);
  writeFileSync(join(folder, name), readFileSync(join(folder, name), "utf8").replace(/"previous":"/, '"previous":"0'));
  expect((await verdict()).fault).toMatchObject({ kind: "checkpoint", chain: `${name}:1` });
});

test("the roles of app and console cannot rewrite the audit, nor write outside their scope", async () => {
  for (const services of [system.web, system.admin]) {
    for (const statement of [
      "UPDATE audit_entry SET action = 'x'",
      "DELETE FROM audit_detail",
      "TRUNCATE audit_entry CASCADE",
    ]) {
      await expect(services.db.pool.query(statement)).rejects.toMatchObject({ code: "42501" });
    }
    const insert = "INSERT INTO audit_head (chain, seq, hash) VALUES ('w:x', 1, '')";
    await expect(services.db.pool.query(insert)).rejects.toMatchObject({ code: "42501" });
    const forge = `SELECT audit_append($1::uuid, now(), 'workspace.updated', 'ACCOUNT', NULL, NULL, 'x', $2::uuid, 'r', ''::bytea, '{}')`;
    const values = [system.web.random.uuid(), workspaceId];
    await expect(services.db.pool.query(forge, values)).rejects.toMatchObject({ code: "42501" });
  }
  expect((await verdict()).fault).toBeNull();
});

test("twenty writers at once leave one chain without a fork", async () => {
  await system.owner.query("UPDATE workspace SET deleted_at = NULL, final_at = NULL WHERE id = $1", [workspaceId]);
  const ctx = await asUser(system, person);
  const scope = await proveWorkspaceScope(ctx, { id: workspaceId });
  const write = (writer: number) => async () => {
    for (let round = 0; round < 50; round++) {
      await updateWorkspace({ ...ctx, scope }, { id: workspaceId, name: `Writer ${writer} round ${round}` });
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)()));
  expect(await verdict()).toEqual({ rows: 1005, chains: 1, fault: null });
});
