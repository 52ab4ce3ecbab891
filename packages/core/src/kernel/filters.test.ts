import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { asGuest, asUser, inWorkspace, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getMe } from "../identity/queries.ts";
import { signIn } from "../identity/sign-in.ts";
import * as workspaces from "../workspaces/index.ts";
import type { WorkspaceContext } from "./context.ts";
import { proveWorkspaceScope } from "./scope.ts";

// The first wall alone: row-level security is switched off in this database.
let system: TestSystem;
let ana: TestAccount;
let bo: TestAccount;
let mine: TestWorkspace;
let theirs: TestWorkspace;
let ctx: WorkspaceContext;

beforeAll(async () => {
  system = await openTestSystem();
  const { rows } = await system.owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace",
  );
  for (const { name } of rows) {
    await system.owner.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY`);
  }
  expect(rows.length).toBeGreaterThanOrEqual(6);
  ana = await makeAccount(system, { displayName: "Ana" });
  bo = await makeAccount(system, { displayName: "Canary Bo", username: "canary-bo", email: "canary@example.com" });
  mine = await makeWorkspace(system, ana);
  theirs = await makeWorkspace(system, bo, [], { name: "Canary Works" });
  await system.owner.query("UPDATE workspace SET description = 'Canary plans' WHERE id = $1", [theirs.id]);
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  ctx = await inWorkspace(await asUser(system, ana), mine.id);
});

/** The verbs and queries of workspaces: one that is new does not compile here until it is tried. */
type Verb = {
  [Name in keyof typeof workspaces]: (typeof workspaces)[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof typeof workspaces];

/** Tries that have to be NOT_FOUND, as if the other workspace were not there. */
const tries: Record<Verb, readonly (() => Promise<unknown>)[]> = {
  createWorkspace: [],
  deleteWorkspace: [() => workspaces.deleteWorkspace(ctx, { id: theirs.id, confirmName: theirs.name })],
  findWorkspace: [async () => workspaces.findWorkspace({ ...ctx, scope: await proveById() })],
  findWorkspaceBySlug: [() => workspaces.findWorkspaceBySlug(ctx, { slug: theirs.slug })],
  getImpact: [async () => workspaces.getImpact({ ...ctx, scope: await proveById() })],
  listDeletedWorkspaces: [],
  listWorkspaces: [],
  openWorkspace: [
    async () => workspaces.openWorkspace({ ...ctx, scope: await proveBySlug() }, { slug: theirs.slug }),
    async () => workspaces.openWorkspace({ ...ctx, scope: await proveById() }, { slug: theirs.slug }),
  ],
  undeleteWorkspace: [async () => workspaces.undeleteWorkspace(await asUser(system, ana), { id: theirs.id })],
  updateWorkspace: [
    () => workspaces.updateWorkspace(ctx, { id: theirs.id, name: "Taken" }),
    () => workspaces.updateWorkspace(ctx, { id: theirs.id, slug: "taken-over" }),
    () => workspaces.updateWorkspace(ctx, { id: theirs.id }),
  ],
};

const proveById = () => proveWorkspaceScope(ctx, { id: theirs.id });
const proveBySlug = () => proveWorkspaceScope(ctx, { slug: theirs.slug });

async function fingerprint() {
  const { rows } = await system.owner.query(
    `SELECT w.*, m.*, s.*, g.* FROM workspace w JOIN membership m ON m.workspace_id = w.id
       JOIN workspace_settings s ON s.workspace_id = w.id JOIN workspace_slug g ON g.workspace_id = w.id WHERE w.id = $1`,
    [theirs.id],
  );
  return JSON.stringify(rows);
}

test.each(Object.entries(tries).flatMap(([name, all]) => all.map((act) => ({ name, act }))))(
  "with the filters alone, another's ids are NOT_FOUND: $name",
  async ({ act }) => {
    const before = await fingerprint();
    const refusal = await act().then(
      () => expect.unreachable(),
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ code: "NOT_FOUND", meta: {} });
    expect(await fingerprint()).toBe(before);
  },
);

test("with the filters alone, one's own answers hold nothing of another", async () => {
  const account = ctx.actor.account.id;
  await system.owner.query("UPDATE account SET last_workspace_id = $2 WHERE id = $1", [account, theirs.id]);
  const user = await asUser(system, ana);
  const answers = [
    await workspaces.listWorkspaces(user),
    await getMe(user),
    await workspaces.findWorkspace(ctx),
    await workspaces.getImpact(ctx),
    await workspaces.listDeletedWorkspaces(user),
    await workspaces.openWorkspace(ctx, { slug: mine.slug }),
    await signIn(asGuest(system.web), { identifier: ana.email, password: ana.password }),
  ];
  expect(answers[0]).toMatchObject([{ id: mine.id }]);
  expect(answers[2]).toMatchObject({ memberCount: 1 });
  expect(answers[3]).toMatchObject({ members: 1, membersLeftWithoutWorkspace: 1 });
  expect(JSON.stringify(answers)).not.toMatch(/canary/i);
  expect(JSON.stringify(answers)).not.toContain(theirs.id);
});

test("with the filters alone, a stranger's address is taken and stays where it is", async () => {
  const before = await fingerprint();
  const user = await asUser(system, ana);
  await expect(workspaces.createWorkspace(user, { name: "Mine", slug: theirs.slug })).rejects.toMatchObject({
    code: "SLUG_TAKEN",
  });
  await expect(workspaces.updateWorkspace(ctx, { id: mine.id, slug: theirs.slug })).rejects.toMatchObject({
    code: "SLUG_TAKEN",
  });
  expect(await fingerprint()).toBe(before);
});

test("with the filters alone, who was a member acts no more, with the proof of before in hand", async () => {
  await system.owner.query(
    `INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, 'OWNER', now())`,
    [theirs.id, ana.id, system.web.random.uuid()],
  );
  const former = await inWorkspace(await asUser(system, ana), theirs.id);
  await system.owner.query("UPDATE membership SET state = 'DEACTIVATED' WHERE workspace_id = $1 AND account_id = $2", [
    theirs.id,
    ana.id,
  ]);
  const before = await fingerprint();
  for (const act of [
    () => workspaces.updateWorkspace(former, { id: theirs.id, name: "Taken" }),
    () => workspaces.deleteWorkspace(former, { id: theirs.id, confirmName: theirs.name }),
    () => workspaces.openWorkspace(former, { slug: theirs.slug }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  await expect(proveById()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await fingerprint()).toBe(before);
});
