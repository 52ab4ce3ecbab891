import { Readable } from "node:stream";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { asUser, blocksRead, inWorkspace, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyExport } from "../audit/index.ts";
import { updateMember } from "../members/index.ts";
import { openWorkspace, updateWorkspace } from "../workspaces/index.ts";
import { downloadLogExport, listAccessLog, listLogExports, requestLogExport } from "./index.ts";
import { makeLogExport } from "./make-log-export.ts";
import { csvCell } from "./rules.ts";

let system: TestSystem;
let [ana, ben, guest]: TestAccount[] = [];
let space: TestWorkspace;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 2 });
  [ana, ben, guest] = [await makeAccount(system), await makeAccount(system), await makeAccount(system)];
  space = await makeWorkspace(system, ana, [
    { account: ben, role: "ADMIN" },
    { account: guest, role: "MEMBER" },
  ]);
});

const by = async (account: TestAccount | undefined) => {
  if (!account) throw new Error("nobody");
  return await inWorkspace(await asUser(system, account), space.id);
};

/** Ana renames it so often, a second apart. */
async function rename(times: number): Promise<void> {
  for (let count = 1; count <= times; count++) {
    system.clock.advance({ seconds: 1 });
    await updateWorkspace(await by(ana), { id: space.id, name: `Harbour ${count}` });
  }
}

test("it says who entered and what changed, from what to what, newest first", async () => {
  await openWorkspace(await by(ben), { slug: space.slug });
  await rename(1);
  const { items, nextCursor } = await listAccessLog(await by(ana), {});
  expect(items).toMatchObject([
    { action: "workspace.updated", actorId: ana?.id, before: { name: space.name }, after: { name: "Harbour 1" } },
    { action: "workspace.opened", actorId: ben?.id, actorKind: "ACCOUNT", ip: "203.0.113.7", browser: "Chrome 140" },
  ]);
  expect(nextCursor).toBeNull();
});

test("pages join without a gap or a twin, also where entries share an instant", async () => {
  await rename(3);
  for (let count = 0; count < 4; count++) await updateWorkspace(await by(ana), { id: space.id, name: `Same ${count}` });
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listAccessLog(await by(ana), { limit: 2, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
  await expect(listAccessLog(await by(ana), { cursor: "not-ours" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("it is filtered by who, by what and by when, from included and to not", async () => {
  await openWorkspace(await by(ben), { slug: space.slug });
  await rename(2);
  const to = system.clock.now().toISOString();
  const log = async (filter: object) => (await listAccessLog(await by(ana), filter)).items.length;
  expect(await log({ actorId: ben?.id })).toBe(1);
  expect(await log({ actions: ["workspace.updated"] })).toBe(2);
  expect(await log({ actions: ["workspace.opened", "workspace.updated", "workspace.opened"] })).toBe(3);
  expect(await log({ actions: [] })).toBe(3);
  expect(await log({ to })).toBe(2);
  expect(await log({ from: to })).toBe(1);
  expect(await log({ actorId: ben?.id, actions: ["workspace.updated"] })).toBe(0);
});

test("another workspace's entries are not in it, and a Member may not read it", async () => {
  const other = await makeWorkspace(system, await makeAccount(system));
  await rename(1);
  expect((await listAccessLog(await by(ana), {})).items.every(({ target }) => target !== other.id)).toBe(true);
  const refused = { code: "FORBIDDEN", meta: { permission: "audit.view", grantedBy: ["OWNER"] } };
  await expect(listAccessLog(await by(guest), {})).rejects.toMatchObject(refused);
  await expect(listLogExports(await by(guest))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const ask = async () => requestLogExport(await by(guest), { id: space.id, format: "csv" });
  await expect(ask()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

async function exported(format: "csv" | "jsonl", filter: object = {}): Promise<string> {
  const { id } = await requestLogExport(await by(ana), { id: space.id, format, ...filter });
  await makeLogExport(system.admin, space.id, id);
  const file = await downloadLogExport(await by(ana), space.id, id);
  return Buffer.from(file.bytes).toString("utf8");
}

test("among ten thousand members a page reads its own rows alone", async () => {
  const { rows } = await system.owner.query<{ id: string }>(
    `WITH people AS (INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, created_at, updated_at)
      SELECT gen_random_uuid(), 'log-' || n || '@example.org', 'log-' || n || '@example.org', 'log-' || n, 'log-' || n, 'Log', now(), now()
      FROM generate_series(1, 10000) n RETURNING id)
    INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
      SELECT $1, id, gen_random_uuid(), 'MEMBER', now() FROM people RETURNING id`,
    [space.id],
  );
  for (const { id: memberId } of rows.slice(0, 51))
    await updateMember(await by(ana), { id: space.id, memberId, role: "VIEWER" });
  const page = "SELECT * FROM access_log($1, $2, NULL, NULL, NULL, NULL, NULL, NULL, 51)";
  // 51 entries with their details and names by key. The wall once made it read every member for every name.
  expect(await blocksRead(system, page, [ana?.id, space.id])).toBeLessThan(1500);
});

test("a CSV has every field in quotes, and nothing that a spreadsheet would run", async () => {
  await system.owner.query("UPDATE account SET display_name = $2 WHERE id = $1", [ana?.id, '=HYPERLINK("http://x")']);
  await rename(1);
  const [head, line, end] = (await exported("csv")).split("\r\n");
  expect(head).toMatch(/^\ufeff"sequence","time"/);
  expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(line).toContain(`"{""name"":""Harbour 1""}"`);
  expect(end).toContain('"access_log.exported"');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\rx", "\uff1d1", "\n-1"])(
  "%j becomes inert in a cell",
  (text) => {
    expect(csvCell(text).startsWith(`"'`)).toBe(true);
  },
);

test("JSON Lines verify by themselves; an edited, a swapped and a forged line are found and located", async () => {
  await rename(4);
  const text = await exported("jsonl");
  const lines = text.trimEnd().split("\n");
  const verify = (all: string[]) => verifyExport(Readable.from(all));
  expect(await verify(lines)).toEqual({ rows: 5, isWhole: true, fault: null });
  const edited = lines.with(1, String(lines[1]).replace("workspace.updated", "workspace.deleted"));
  expect(await verify(edited)).toMatchObject({ fault: { line: 2, kind: "edited" } });
  const told = lines.with(1, String(lines[1]).replace("Harbour 2", "Harbour 9"));
  expect(await verify(told)).toMatchObject({ fault: { line: 2, kind: "detail" } });
  const swapped = lines.with(1, String(lines[2])).with(2, String(lines[1]));
  expect(await verify(swapped)).toMatchObject({ fault: { kind: "unlinked" } });
  expect(await verify(lines.toSpliced(2, 1))).toMatchObject({ isWhole: false, fault: null });
  expect(await verify(lines.with(0, "{"))).toMatchObject({ fault: { line: 1, kind: "unreadable" } });
});

test("a filtered file says that rows were left out", async () => {
  await openWorkspace(await by(ben), { slug: space.slug });
  await rename(1);
  const lines = (await exported("jsonl", { actions: ["workspace.updated"] })).trimEnd().split("\n");
  expect(await verifyExport(Readable.from(lines))).toEqual({ rows: 1, isWhole: false, fault: null });
});

test("twenty who ask at once for the same file get one; made twice at once it is one", async () => {
  const ctx = await by(ana);
  const asked = await Promise.all(
    Array.from({ length: 10 }, () => requestLogExport(ctx, { id: space.id, format: "csv" }).catch(({ code }) => code)),
  );
  const [first] = asked;
  expect(new Set(asked.map((answer) => answer.id)).size).toBe(1);
  await Promise.all([1, 2].map(() => makeLogExport(system.admin, space.id, first.id)));
  expect(await listLogExports(ctx)).toMatchObject([{ state: "READY", progress: 100, entries: 1, format: "csv" }]);
});

test("a file is for those who may view the log now, proven just now, for seven days", async () => {
  const { id } = await requestLogExport(await by(ana), { id: space.id, format: "csv" });
  await makeLogExport(system.admin, space.id, id);
  const fetch = async (account: TestAccount | undefined) => downloadLogExport(await by(account), space.id, id);
  await expect(fetch(guest)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await fetch(ben)).fileName).toMatch(/^space-.*-access-log-\d{4}-\d\d-\d\d\.csv$/);
  const stranger = await asUser(system, await makeAccount(system));
  await expect(downloadLogExport(stranger, space.id, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const late = await by(ana);
  system.clock.advance({ minutes: 11 });
  await expect(downloadLogExport(late, space.id, id)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  system.clock.advance({ days: 7 });
  await expect(fetch(ana)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
