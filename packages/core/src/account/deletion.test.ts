import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  signInFully,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "../audit/verify-audit.ts";
import { checkpointFolder, checkpointSigner } from "../audit/write-checkpoint.ts";
import { signIn } from "../identity/sign-in.ts";
import { signOut } from "../identity/sign-out.ts";
import { updateProfile } from "../identity/update-profile.ts";
import { runTask } from "../jobs/run-task.ts";
import type { UserContext } from "../kernel/context.ts";
import { createWorkspace } from "../workspaces/index.ts";
import * as account from "./index.ts";

let system: TestSystem;
let folder: string;
let ana: TestAccount;
let ctx: UserContext;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pronaflow-deletion-"));
  system = await openTestSystem({ DATA_DIR: folder });
});
afterAll(async () => {
  await system.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  system.clock.advance({ hours: 2 });
  ana = await makeAccount(system);
  ctx = await asUser(system, ana);
});

const leave = async (who = ana, by?: UserContext) =>
  account.scheduleDeletion(by ?? (await asUser(system, who)), { confirmUsername: who.username });
const rowOf = async (id = ana.id) => (await system.owner.query("SELECT * FROM account WHERE id = $1", [id])).rows[0];
const work = () => runTask(system.admin, "accounts.delete");
const again = async () =>
  withToken(
    system.web,
    (
      await signInFully(asGuest(system.web), {
        identifier: ana.email,
        password: ana.password,
      })
    ).token,
  );

test("it wants one's username and a fresh proof, and then signs out everywhere", async () => {
  await expect(account.scheduleDeletion(ctx, { confirmUsername: "someone" })).rejects.toMatchObject({
    code: "NAME_MISMATCH",
  });
  const { finalAt } = await leave(ana, ctx);
  expect(Date.parse(finalAt) - system.clock.now().getTime()).toBe(14 * 24 * 3_600_000);
  const sessions = await system.owner.query("SELECT FROM session WHERE account_id = $1", [ana.id]);
  expect(sessions.rowCount).toBe(0);
  expect((await mailsTo(system, ana.email)).at(-1)).toMatchObject({
    template: "deletion-scheduled",
    props: { finalAt },
  });
  const bo = await makeAccount(system);
  const late = await asUser(system, bo);
  system.clock.advance({ minutes: 10, milliseconds: 1 });
  await expect(leave(bo, late)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("signing in until then can keep the account or sign out, and nothing else", async () => {
  await leave();
  system.clock.advance({ days: 13 });
  const back = await again();
  expect(await account.getDeletion(back)).toMatchObject({ finalAt: expect.any(String) });
  const refused = { code: "ACCOUNT_LEAVING" };
  await expect(updateProfile(back, { displayName: "Other" })).rejects.toMatchObject(refused);
  await expect(createWorkspace(back, { name: "Another" })).rejects.toMatchObject(refused);
  await expect(leave(ana, back)).rejects.toMatchObject(refused);
  await signOut(await again(), {});
  await twentyAtOnce(() => account.cancelDeletion(back, {}));
  expect(await account.getDeletion(await again())).toMatchObject({ finalAt: null });
  const cancelled = (await auditOf(system, ana.id)).filter(({ action }) => action === "account.deletion_cancelled");
  expect(cancelled).toHaveLength(1);
  system.clock.advance({ days: 2 });
  await work();
  expect((await rowOf()).status).toBe("ACTIVE");
});

test("after 14 days to the second nothing of the person is left, and their names are free", async () => {
  const owner = await makeAccount(system);
  const space = await makeWorkspace(system, owner, [{ account: ana, role: "MEMBER" }]);
  await account.requestEmailChange(ctx, { email: "elsewhere@example.com" });
  await leave();
  system.clock.advance({ days: 14, milliseconds: -1 });
  await work();
  expect(await rowOf()).toMatchObject({ status: "ACTIVE", email: ana.email });
  system.clock.advance({ milliseconds: 1 });
  await expect(signIn(asGuest(system.web), { identifier: ana.email, password: ana.password })).rejects.toMatchObject({
    code: "INVALID_CREDENTIALS",
  });
  await Promise.all([work(), work(), work()]);
  await work();
  const row = await rowOf();
  expect(row).toMatchObject({ status: "DELETED", password_hash: null, deletion_due_at: null, system_role: "USER" });
  const dump: string[] = [];
  const { rows: tables } = await system.owner.query(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  for (const { name } of tables) {
    const { rows } = await system.owner.query(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    dump.push(...rows.map((found) => `${name} ${found.row}`));
  }
  for (const word of [ana.email, ana.username, ana.displayName, "elsewhere@example.com"])
    expect(
      dump.filter((line) => line.includes(word)),
      word,
    ).toEqual([]);
  const members = await system.owner.query("SELECT account_id FROM membership WHERE workspace_id = $1", [space.id]);
  expect(members.rows).toEqual([{ account_id: owner.id }]);
  const acts = await system.owner.query("SELECT action FROM audit_entry WHERE target = $1 ORDER BY seq", [ana.id]);
  expect(acts.rows.map(({ action }) => action).filter((action) => action === "account.deleted")).toHaveLength(1);
  expect(await makeAccount(system, { email: ana.email, username: ana.username })).toBeDefined();
});

test("forgetting a person leaves the audit's chains whole, and only who is deleted is forgotten", async () => {
  await updateProfile(ctx, { displayName: "Before" });
  await leave();
  system.clock.advance({ days: 14 });
  await work();
  const run = async <Row>(text: string, values: unknown[]) => (await client.query(text, values)).rows as Row[];
  const client = await system.owner.connect();
  const checkpoints = { folder: checkpointFolder(folder), signer: checkpointSigner(system.admin) };
  expect((await verifyAudit(run, checkpoints)).fault).toBeNull();
  client.release();
  const bo = await makeAccount(system);
  const erase = `SELECT set_config('app.system_scope', 'on', false), erase_account_detail($1, 10)`;
  const denied = { code: "42501" };
  await expect(system.admin.db.pool.query(erase, [bo.id])).rejects.toMatchObject(denied);
  await expect(system.web.db.pool.query(erase, [ana.id])).rejects.toMatchObject(denied);
  await expect(system.owner.query("DELETE FROM audit_detail")).rejects.toMatchObject(denied);
  await expect(system.admin.db.pool.query("DELETE FROM audit_detail")).rejects.toMatchObject(denied);
});

test("the only owner of a workspace is told which, and goes once it has another or is gone", async () => {
  const space = await makeWorkspace(system, ana, [], { name: "Harbour" });
  expect((await account.getDeletion(ctx)).solelyOwned).toEqual([{ id: space.id, slug: space.slug, name: "Harbour" }]);
  await expect(leave()).rejects.toMatchObject({
    code: "SOLE_OWNER",
    meta: { workspaces: ["Harbour"], slugs: [space.slug] },
  });
  const bo = await makeAccount(system);
  await addOwner(space.id, bo);
  await leave();
  await expect(leave(bo)).rejects.toMatchObject({ code: "SOLE_OWNER" });
});

async function addOwner(workspaceId: string, who: TestAccount): Promise<void> {
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, gen_random_uuid(), 'OWNER', now())",
    [workspaceId, who.id],
  );
}

test("of twenty owners who go at once, the last one stays", async () => {
  const owners = await Promise.all(Array.from({ length: 20 }, () => makeAccount(system)));
  const first = owners[0] ?? expect.unreachable();
  const space = await makeWorkspace(system, first);
  for (const owner of owners.slice(1)) await addOwner(space.id, owner);
  const contexts = await Promise.all(owners.map((owner) => asUser(system, owner)));
  const { values, codes } = await twentyAtOnce(async (at) => await leave(owners[at], contexts[at]));
  expect(values).toHaveLength(19);
  expect(codes).toEqual(["SOLE_OWNER"]);
});

test("who became the only owner meanwhile goes nonetheless: it passes to who comes next", async () => {
  const [bo, cy] = await Promise.all([makeAccount(system), makeAccount(system)]);
  const space = await makeWorkspace(system, ana, [{ account: cy, role: "ADMIN" }], { name: "Orphan" });
  await addOwner(space.id, bo);
  await leave();
  await system.owner.query("DELETE FROM membership WHERE account_id = $1", [bo.id]);
  system.clock.advance({ days: 14 });
  await Promise.all([work(), work()]);
  expect(await rowOf()).toMatchObject({ status: "DELETED" });
  const { rows } = await system.owner.query("SELECT account_id, role FROM membership WHERE workspace_id = $1", [
    space.id,
  ]);
  expect(rows).toEqual([{ account_id: cy.id, role: "OWNER" }]);
});

test("an erasure that was cut goes on", async () => {
  await leave();
  system.clock.advance({ days: 14 });
  const table = "ALTER TABLE auth_attempt RENAME TO away";
  await signIn(asGuest(system.web), { identifier: ana.email, password: "wrong" }).catch(() => undefined);
  await system.owner.query(table);
  await work();
  expect(await rowOf()).toMatchObject({ status: "DELETED", deletion_due_at: expect.any(Date) });
  await system.owner.query("ALTER TABLE away RENAME TO auth_attempt");
  await work();
  expect(await rowOf()).toMatchObject({ status: "DELETED", deletion_due_at: null });
  expect((await system.owner.query("SELECT FROM auth_attempt WHERE account_id = $1", [ana.id])).rowCount).toBe(0);
});

test("the last superadmin stays, also of two who go at once", async () => {
  const one = await makeAccount(system, { systemRole: "SUPERADMIN" });
  await expect(leave(one)).rejects.toMatchObject({ code: "LAST_SUPERADMIN" });
  const two = await makeAccount(system, { systemRole: "SUPERADMIN" });
  const results = await Promise.allSettled([leave(one), leave(two)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
