import { fail } from "@pronaflow/contract";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  inConsole,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { guestCommand, systemCommand, userCommand, workspaceCommand } from "./command.ts";

let system: TestSystem;
let owner: TestAccount;
let editor: TestAccount;
let workspace: TestWorkspace;
let order: string[];
/** What happens to the world between the proof of the scope and the transaction. */
let meanwhile: () => Promise<unknown>;

beforeAll(async () => {
  system = await openTestSystem();
  await system.owner.query("CREATE TABLE scratch (word text NOT NULL)");
  await system.owner.query("GRANT SELECT, INSERT ON scratch TO pronaflow_app, pronaflow_admin");
});
afterAll(() => system.close());
beforeEach(async () => {
  order = [];
  meanwhile = async () => {};
  system.clock.advance({ hours: 1 });
  owner = await makeAccount(system);
  editor = await makeAccount(system);
  workspace = await makeWorkspace(system, owner, [{ account: editor, role: "ADMIN" }]);
});

const Word = z.strictObject({
  word: z.string().transform((word) => {
    order.push("parse");
    return word;
  }),
});

const write = workspaceCommand({
  action: "workspace.updated",
  permission: "workspace.update",
  input: Word,
  async prepare() {
    order.push("prepare");
    await meanwhile();
  },
  async run({ tx, ctx, input }) {
    order.push("run");
    await tx.$executeRaw`INSERT INTO scratch (word) VALUES (${input.word})`;
    return { output: ctx.scope.role, change: { target: ctx.scope.workspaceId, after: { word: input.word } } };
  },
});

const memberOf = async (account: TestAccount) => await inWorkspace(await asUser(system, account), workspace.id);
const words = async () => (await system.owner.query("SELECT word FROM scratch")).rows.map((row) => row.word);

test("the order is permission, parse, prepare, run; the change becomes one audit row", async () => {
  expect(await write(await memberOf(owner), { word: "ordered" })).toBe("OWNER");
  expect(order).toEqual(["parse", "prepare", "run"]);
  const rows = await auditOf(system, workspace.id);
  expect(rows).toMatchObject([{ action: "workspace.updated", detail: { before: null, after: { word: "ordered" } } }]);
});

test("a change leaves one audit row with who, where from and what; no change leaves none", async () => {
  const { id } = workspace;
  const ctx = await inWorkspace(await asUser(system, owner), id);
  const touch = (isChanged: boolean) =>
    workspaceCommand({
      action: "workspace.updated",
      permission: "workspace.update",
      input: z.strictObject({ id: z.uuid() }),
      run: async () => ({ output: null, change: isChanged ? { target: id, before: { a: 1 }, after: { a: 2 } } : null }),
    });
  await touch(false)(ctx, { id });
  expect(await auditOf(system, id)).toEqual([]);
  await touch(true)(ctx, { id });
  const [row, ...others] = await auditOf(system, id);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ actorKind: "ACCOUNT", actorId: owner.id, workspaceId: id });
  expect(row?.detail).toMatchObject({ ip: ctx.ip, browser: "Chrome 140", before: { a: 1 }, after: { a: 2 } });
});

test("who lacks the permission hears which one and who grants it, before the input is looked at", async () => {
  const viewer = await makeAccount(system);
  workspace = await makeWorkspace(system, owner, [{ account: viewer, role: "VIEWER" }]);
  await expect(write(await memberOf(viewer), { word: 5 as never })).rejects.toMatchObject({
    code: "FORBIDDEN",
    meta: { permission: "workspace.update", grantedBy: ["OWNER"] },
  });
  expect(order).toEqual([]);
});

test("a wrong input is refused by field, before anything is prepared", async () => {
  await expect(write(await memberOf(owner), { word: 5 as never })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fields: { word: expect.any(Array) },
  });
  expect(order).toEqual([]);
});

test("in the console the permission is the system role's, and the reason is kept", async () => {
  const restore = systemCommand({
    action: "workspace.restored",
    permission: "workspaces.restore",
    input: z.strictObject({ reason: z.string() }),
    run: async ({ input }) => ({ output: 1, change: { target: workspace.id, reason: input.reason } }),
  });
  const support = await inConsole(system, await makeAccount(system, { systemRole: "SUPPORT" }));
  await expect(restore(support, { reason: "asked" })).rejects.toMatchObject({
    code: "FORBIDDEN",
    meta: { permission: "workspaces.restore", grantedBy: ["ADMIN", "SUPERADMIN"] },
  });
  const admin = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  await restore(admin, { reason: "asked" });
  const [row] = await auditOf(system, workspace.id);
  expect(row).toMatchObject({ actorId: admin.actor.account.id, detail: { reason: "asked" } });
});

test("a proof that is too old, to the millisecond, is asked for before the input is looked at", async () => {
  const run = async () => ({ output: "done", change: null });
  const close = userCommand({ action: "session.ended", stepUp: true, input: Word, run });
  const ctx = await asUser(system, owner);
  system.clock.advance({ minutes: 10 });
  expect(await close(ctx, { word: "in time" })).toBe("done");
  order = [];
  system.clock.advance({ milliseconds: 1 });
  await expect(close(ctx, { word: "late" })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  expect(order).toEqual([]);
});

test.each([
  [
    "the role is lowered",
    "UPDATE membership SET role = 'MEMBER' WHERE workspace_id = $1 AND role = 'ADMIN'",
    "FORBIDDEN",
  ],
  [
    "the member is deactivated",
    "UPDATE membership SET state = 'DEACTIVATED' WHERE workspace_id = $1 AND role = 'ADMIN'",
    "NOT_FOUND",
  ],
  ["the membership goes", "DELETE FROM membership WHERE workspace_id = $1 AND role = 'ADMIN'", "NOT_FOUND"],
  ["the workspace is deleted", "UPDATE workspace SET deleted_at = now(), final_at = now() WHERE id = $1", "NOT_FOUND"],
])("a right taken away after the proof does not count: %s", async (_what, statement, code) => {
  const ctx = await memberOf(editor);
  meanwhile = () => system.owner.query(statement, [workspace.id]);
  await expect(write(ctx, { word: "too late" })).rejects.toMatchObject({ code });
  expect(order).toEqual(["parse", "prepare"]);
  expect(await auditOf(system, workspace.id)).toEqual([]);
});

test.each([
  ["the console role is lowered", "UPDATE account SET system_role = 'SUPPORT' WHERE id = $1", "FORBIDDEN"],
  ["the account is suspended", "UPDATE account SET status = 'SUSPENDED' WHERE id = $1", "NOT_FOUND"],
])("an admin's right taken away after the proof does not count: %s", async (_what, statement, code) => {
  const admin = await makeAccount(system, { systemRole: "ADMIN" });
  const restore = systemCommand({
    action: "workspace.restored",
    permission: "workspaces.restore",
    input: z.strictObject({ reason: z.string() }),
    prepare: async () => void (await system.owner.query(statement, [admin.id])),
    run: async () => ({ output: 1, change: { target: workspace.id } }),
  });
  await expect(restore(await inConsole(system, admin), { reason: "asked" })).rejects.toMatchObject({ code });
  expect(await auditOf(system, workspace.id)).toEqual([]);
});

test("a verb runs under the role of this moment, which nobody changes until it is done", async () => {
  const hold = workspaceCommand({
    action: "workspace.updated",
    permission: "workspace.update",
    input: Word,
    async prepare() {
      await system.owner.query("UPDATE membership SET role = 'OWNER' WHERE account_id = $1", [editor.id]);
    },
    async run({ ctx }) {
      const other = await system.owner.connect();
      try {
        await other.query("BEGIN; SET LOCAL lock_timeout = '200ms'");
        const lower = other.query("UPDATE membership SET role = 'GUEST' WHERE account_id = $1", [editor.id]);
        await expect(lower).rejects.toMatchObject({ code: "55P03" });
      } finally {
        await other.query("ROLLBACK");
        other.release();
      }
      return { output: ctx.scope.role, change: null };
    },
  });
  expect(await hold(await memberOf(editor), { word: "held" })).toBe("OWNER");
});

test("an unverified account is refused, except where a verb says that it may", async () => {
  const pending = await asUser(system, await makeAccount(system, { status: "PENDING" }));
  const definition = { action: "session.ended", input: Word, run: async () => ({ output: 1, change: null }) } as const;
  await expect(userCommand(definition)(pending, { word: "no" })).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
  expect(order).toEqual([]);
  expect(await userCommand({ ...definition, pending: "allowed" })(pending, { word: "yes" })).toBe(1);
  const member = await memberOf(owner);
  const account = { ...member.actor.account, status: "PENDING" as const };
  const unverified = { ...member, actor: { ...member.actor, account } };
  await expect(write(unverified, { word: "no" })).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
});

const mail = (to: string) => ({
  template: "verify-email" as const,
  to,
  accountId: null,
  locale: "en" as const,
  props: { displayName: "Ana", timeZone: "UTC", link: "http://localhost/#token=x", expiresInHours: 24 },
});

test.each(["run", "audit"] as const)("where the %s fails there is no row, no mail and no audit", async (where) => {
  const word = `lost-${where}`;
  const to = `${word}@example.com`;
  const other = await makeWorkspace(system, await makeAccount(system));
  const lose = workspaceCommand({
    action: "workspace.updated",
    permission: "workspace.update",
    input: Word,
    async run({ tx, ctx, input }) {
      await tx.$executeRaw`INSERT INTO scratch (word) VALUES (${input.word})`;
      if (where === "run") fail("BUSY");
      // The pen refuses a row for a workspace out of scope, after the mail was written.
      return { output: 1, change: { target: ctx.scope.workspaceId, workspaceId: other.id }, mails: [mail(to)] };
    },
  });
  await expect(lose(await memberOf(owner), { word })).rejects.toThrow(where === "run" ? "BUSY" : /outside the scope/);
  expect(await words()).not.toContain(word);
  expect(await mailsTo(system, to)).toEqual([]);
  expect([...(await auditOf(system, workspace.id)), ...(await auditOf(system, other.id))]).toEqual([]);
});

test("a mail is written in the transaction, sealed", async () => {
  const run = async () => ({ output: 1, change: null, mails: [mail("kept@example.com")] });
  await userCommand({ action: "session.ended", input: Word, run })(await asUser(system, owner), { word: "kept" });
  expect(await mailsTo(system, "kept@example.com")).toMatchObject([{ template: "verify-email" }]);
  const { rows } = await system.owner.query("SELECT payload FROM mail_outbox WHERE recipient = 'kept@example.com'");
  expect(rows[0].payload).toMatch(/^v1:/);
  expect(rows[0].payload).not.toContain("token");
});

test("an attempt outlives the rollback of what it tried, and a refused input counts too", async () => {
  const tryIt = guestCommand({
    action: "session.created",
    attempt: "sign_in",
    input: Word,
    async run({ tx, input, attempt }) {
      attempt.identifier = "ana@example.com";
      attempt.accountId = owner.id;
      await tx.$executeRaw`INSERT INTO scratch (word) VALUES (${input.word})`;
      return fail("INVALID_CREDENTIALS");
    },
  });
  const attempt = async (requestId: string, word: unknown) => {
    await expect(tryIt(asGuest(system.web, { requestId }), { word: word as string })).rejects.toThrow();
    return (await system.owner.query("SELECT * FROM auth_attempt WHERE request_id = $1", [requestId])).rows;
  };
  const [row] = await attempt("rolled-back", "rolled-back");
  expect(row).toMatchObject({ kind: "sign_in", outcome: "invalid_credentials", account_id: owner.id });
  expect(row.identifier_hash.toString()).not.toContain("ana");
  expect(await words()).not.toContain("rolled-back");
  expect(await attempt("no-word", 5)).toMatchObject([{ outcome: "invalid_input", account_id: null }]);
});

test("a ledger that cannot be written does not change the answer", async () => {
  const run = async () => ({ output: "in", change: null });
  const tryIt = guestCommand({ action: "session.created", attempt: "sign_in", input: Word, run });
  const lines: string[] = [];
  const log = { ...system.web.log, error: (message: string) => void lines.push(message) };
  const hot: typeof system.web.db.hot = async () => fail("UNAVAILABLE");
  const services = { ...system.web, log, db: { ...system.web.db, hot } };
  expect(await tryIt(asGuest(services), { word: "yes" })).toBe("in");
  expect(lines).toEqual(["attempt not recorded"]);
});

test("a refusal keeps what it wrote, under an act of its own, and then fails with its code", async () => {
  const charge = guestCommand({
    action: "session.created",
    input: z.strictObject({}),
    async run({ tx }) {
      await tx.$executeRaw`INSERT INTO scratch (word) VALUES ('charged')`;
      const change = { action: "session.ended", target: owner.id, by: owner.id } as const;
      return { refusal: "INVALID_CREDENTIALS", meta: { left: 0 }, change };
    },
  });
  await expect(charge(asGuest(system.web), {})).rejects.toMatchObject({
    code: "INVALID_CREDENTIALS",
    meta: { left: 0 },
  });
  expect(await words()).toContain("charged");
  expect((await auditOf(system, owner.id)).map(({ action }) => action)).toEqual(["session.ended"]);
});
