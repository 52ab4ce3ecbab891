import { hashToken, newPersonalToken } from "@pronaflow/auth";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  addPasskeyTo,
  asUser,
  auditOf,
  giveTotp,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openSessionFor,
  openTestSystem,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runTask } from "../jobs/run-task.ts";
import { findWorkspace, listWorkspaces, updateWorkspace } from "../workspaces/index.ts";
import { getPolicy, getPosture, updatePolicy } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;
let member: TestAccount;
let id: string;

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  owner = await makeAccount(system);
  member = await makeAccount(system);
  id = (await makeWorkspace(system, owner, [{ account: member, role: "ADMIN" }])).id;
});

const twice = async (account: TestAccount) =>
  await withToken(system.web, await openSessionFor(system, account, system.web, 2));
const asOwner = async () => await inWorkspace(await twice(owner), id);
const inDays = (days: number) => new Date(system.clock.now().getTime() + days * 86_400_000).toISOString();

test("what is named changes, what is left out stays; before and after are in the audit; null takes a rule away", async () => {
  const ctx = await asOwner();
  expect(await getPolicy(ctx)).toEqual({ mfaRequiredFrom: null, sessionMaxMinutes: null, invitationDomains: [] });
  const from = inDays(7);
  await updatePolicy(ctx, { id, mfaRequiredFrom: from, invitationDomains: ["B.example", "@a.example", "b.example"] });
  await updatePolicy(ctx, { id, sessionMaxMinutes: 60 });
  const policy = { mfaRequiredFrom: from, sessionMaxMinutes: 60, invitationDomains: ["a.example", "b.example"] };
  expect(await getPolicy(ctx)).toEqual(policy);
  expect(await updatePolicy(ctx, { id, mfaRequiredFrom: null })).toEqual({ ...policy, mfaRequiredFrom: null });
  await updatePolicy(ctx, { id, sessionMaxMinutes: 60 });
  const rows = await auditOf(system, id);
  expect(rows.map(({ action, detail }) => [action, detail.before, detail.after])).toEqual([
    [
      "policy.updated",
      { mfaRequiredFrom: null, invitationDomains: [] },
      { mfaRequiredFrom: from, invitationDomains: ["a.example", "b.example"] },
    ],
    ["policy.updated", { sessionMaxMinutes: null }, { sessionMaxMinutes: 60 }],
    ["policy.updated", { mfaRequiredFrom: from }, { mfaRequiredFrom: null }],
  ]);
});

test("an Owner who has used one factor cannot ask for two, and so not lock themselves out", async () => {
  const ctx = await inWorkspace(await asUser(system, owner), id);
  await expect(updatePolicy(ctx, { id, mfaRequiredFrom: inDays(1) })).rejects.toMatchObject({ code: "MFA_REQUIRED" });
  expect(await auditOf(system, id)).toEqual([]);
});

test("an Admin may not, and a proof that is too old is asked for again", async () => {
  const admin = await inWorkspace(await twice(member), id);
  await expect(updatePolicy(admin, { id, sessionMaxMinutes: 60 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const ctx = await asOwner();
  system.clock.advance({ minutes: 11 });
  await expect(updatePolicy(ctx, { id, sessionMaxMinutes: 60 })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test.each([
  ["a date years away", { mfaRequiredFrom: "2099-01-01T00:00:00.000Z" }, { mfaRequiredFrom: ["DATE_TOO_FAR"] }],
  ["14 minutes", { sessionMaxMinutes: 14 }, { sessionMaxMinutes: ["SESSION_MINUTES_RANGE"] }],
  ["an address instead of a domain", { invitationDomains: ["a@b.c"] }, { "invitationDomains.0": ["DOMAIN_INVALID"] }],
  ["a path behind a domain", { invitationDomains: ["a.example/x"] }, { "invitationDomains.0": ["DOMAIN_INVALID"] }],
])("%s is refused by field", async (_what, input, fields) => {
  await expect(updatePolicy(await asOwner(), { id, ...input })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fields,
  });
});

test("from the date on one factor does not enter, to the millisecond; the list still names the workspace", async () => {
  const [one, two] = [await asUser(system, member), await twice(member)];
  await updatePolicy(await asOwner(), { id, mfaRequiredFrom: inDays(1) });
  system.clock.advance({ days: 1, milliseconds: -1 });
  expect((await inWorkspace(one, id)).scope.workspaceId).toBe(id);
  system.clock.advance({ milliseconds: 1 });
  await expect(inWorkspace(one, id)).rejects.toMatchObject({ code: "WORKSPACE_NEEDS_MFA" });
  expect((await inWorkspace(two, id)).scope.workspaceId).toBe(id);
  expect((await listWorkspaces(one)).map((workspace) => workspace.id)).toContain(id);
});

test("whoever the date will keep out is told it with the workspace: a Guest, and one with a factor who did not use it", async () => {
  const guest = await makeAccount(system);
  const { id: other } = await makeWorkspace(system, owner, [{ account: guest, role: "GUEST" }]);
  const told = async (ctx: Awaited<ReturnType<typeof asUser>>) =>
    (await findWorkspace(await inWorkspace(ctx, other))).mfaWantedFrom;
  expect(await told(await asUser(system, guest))).toBeNull();
  const from = inDays(7);
  await updatePolicy(await inWorkspace(await twice(owner), other), { id: other, mfaRequiredFrom: from });
  expect(await told(await asUser(system, guest))).toBe(from);
  await giveTotp(system, guest);
  expect(await told(await asUser(system, guest))).toBe(from);
  expect(await told(await twice(guest))).toBeNull();
});

test("a scope that was proven before the rule came does not carry a change through", async () => {
  const ctx = await inWorkspace(await asUser(system, member), id);
  await updatePolicy(await asOwner(), { id, mfaRequiredFrom: system.clock.now().toISOString() });
  const late = updateWorkspace(ctx, { id, name: "Late" });
  await expect(late).rejects.toMatchObject({ code: "WORKSPACE_NEEDS_MFA" });
  expect(await auditOf(system, id)).toHaveLength(1);
});

test("a session enters until it is as old as the workspace allows; a new sign-in does again", async () => {
  const ctx = await asOwner();
  await updatePolicy(ctx, { id, sessionMaxMinutes: 60 });
  system.clock.advance({ minutes: 60 });
  expect((await inWorkspace(ctx, id)).scope.workspaceId).toBe(id);
  system.clock.advance({ milliseconds: 1 });
  await expect(inWorkspace(ctx, id)).rejects.toMatchObject({ code: "SESSION_TOO_OLD" });
  await expect(updateWorkspace(ctx, { id, name: "Late" })).rejects.toMatchObject({ code: "SESSION_TOO_OLD" });
  expect((await asOwner()).scope.workspaceId).toBe(id);
});

test("a program enters where its owner has a second factor, however old its token", async () => {
  await updatePolicy(await asOwner(), { id, mfaRequiredFrom: system.clock.now().toISOString(), sessionMaxMinutes: 15 });
  const token = newPersonalToken((size) => system.web.random.bytes(size));
  const until = new Date(inDays(30));
  await system.owner.query(
    `INSERT INTO personal_access_token (id, account_id, name, token_hash, ending, permissions, created_at, expires_at)
     VALUES ($1, $2, 'Deploys', $3, 'last', '{workspace.view}', $4, $5)`,
    [system.web.random.uuid(), member.id, hashToken(token), system.clock.now(), until],
  );
  system.clock.advance({ days: 1 });
  const program = await withToken(system.web, token);
  await expect(inWorkspace(program, id)).rejects.toMatchObject({ code: "WORKSPACE_NEEDS_MFA" });
  await giveTotp(system, member);
  expect((await inWorkspace(program, id)).scope.workspaceId).toBe(id);
});

test("members without a factor are mailed when the date is set and three days before, each once", async () => {
  await giveTotp(system, owner);
  await updatePolicy(await asOwner(), { id, mfaRequiredFrom: inDays(10) });
  const mails = async (account: TestAccount) =>
    (await mailsTo(system, account.email)).filter(({ template }) => template === "mfa-wanted").length;
  const round = () => Promise.all([1, 2, 3].map(() => runTask(system.admin, "policies.announce")));
  await round();
  await round();
  expect([await mails(member), await mails(owner)]).toEqual([1, 0]);
  system.clock.advance({ days: 7, milliseconds: -1 });
  await round();
  expect(await mails(member)).toBe(1);
  system.clock.advance({ milliseconds: 1 });
  await round();
  await round();
  expect([await mails(member), await mails(owner)]).toEqual([2, 0]);
  system.clock.advance({ days: 4 });
  await round();
  expect(await mails(member)).toBe(2);
});

test("a passkey of the console's host protects nobody here: its owner is mailed and named; one of this host does", async () => {
  const [here, elsewhere] = [await makeAccount(system), await makeAccount(system)];
  for (const account of [here, elsewhere]) {
    await addPasskeyTo(system, account);
    await system.owner.query(
      "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, 'MEMBER', $4)",
      [id, account.id, system.web.random.uuid(), system.clock.now()],
    );
  }
  await system.owner.query("UPDATE passkey SET rp_id = 'console.example' WHERE account_id = $1", [elsewhere.id]);
  await updatePolicy(await asOwner(), { id, mfaRequiredFrom: inDays(10) });
  await runTask(system.admin, "policies.announce");
  const mailed = async (account: TestAccount) =>
    (await mailsTo(system, account.email)).some(({ template }) => template === "mfa-wanted");
  expect([await mailed(here), await mailed(elsewhere)]).toEqual([false, true]);
  const { unprotected, membersWithMfa } = await getPosture(await asOwner());
  expect(membersWithMfa).toBe(1);
  const named = unprotected.map(({ displayName }) => displayName);
  expect([named.includes(here.displayName), named.includes(elsewhere.displayName)]).toEqual([false, true]);
});

test("more members than one transaction mails are all mailed, and a new date begins again", async () => {
  const crowd = Array.from({ length: 55 }, (_, index) => `crowd-${index}-${id.slice(-6)}`);
  await system.owner.query(
    `WITH made AS (INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status, created_at,
         updated_at) SELECT gen_random_uuid(), n || '@example.com', n || '@example.com', n, n, n, 'ACTIVE', now(), now()
         FROM unnest($2::text[]) n RETURNING id)
     INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
       SELECT $1, id, gen_random_uuid(), 'MEMBER', now() FROM made`,
    [id, crowd],
  );
  const sent = async () =>
    (
      await system.owner.query(
        "SELECT count(*)::int AS n FROM mail_outbox WHERE template = 'mfa-wanted' AND recipient LIKE 'crowd-%'",
      )
    ).rows[0].n;
  await updatePolicy(await asOwner(), { id, mfaRequiredFrom: inDays(30) });
  await runTask(system.admin, "policies.announce");
  expect(await sent()).toBe(55);
  await updatePolicy(await asOwner(), { id, mfaRequiredFrom: inDays(20) });
  await runTask(system.admin, "policies.announce");
  expect(await sent()).toBe(110);
});
