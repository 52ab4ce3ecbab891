import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  inWorkspace,
  linkTokenOf,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerAccount } from "../identity/index.ts";
import { listWorkspaces } from "../workspaces/index.ts";
import { inviteMembers, revokeInvitation } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;
let named = 0;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system);
});
afterAll(() => system.close());

async function invited(email = `new-${++named}@example.com`) {
  const { id, slug } = await makeWorkspace(system, owner);
  const ctx = await inWorkspace(await asUser(system, owner), id);
  const { rows } = await inviteMembers(ctx, { id, emails: [email], role: "MEMBER" });
  const invitation = await linkTokenOf(system, email, "invitation");
  const password = "Blue-Canal-Ladder-31";
  const input = { email, username: `newcomer-${++named}`, displayName: "New Person", password, invitation };
  return { id, slug, ctx, email, input, invitationId: rows[0]?.invitationId ?? expect.unreachable() };
}

test("an invited person registers into the workspace: open at once, a member, signed in, and no mail to wait for", async () => {
  const { id, slug, email, input, invitationId } = await invited();
  const answer = await registerAccount(asGuest(system.web), input);
  if (!("joined" in answer)) return expect.unreachable();
  expect(answer).toMatchObject({
    joined: { workspaceId: id, slug, role: "MEMBER" },
    user: { email, status: "ACTIVE" },
  });
  expect(await listWorkspaces(await withToken(system.web, answer.token))).toMatchObject([{ id, role: "MEMBER" }]);
  expect((await mailsTo(system, email)).map(({ template }) => template)).toEqual(["invitation"]);
  expect((await auditOf(system, answer.user.id)).map(({ action }) => action).sort()).toEqual([
    "account.registered",
    "session.created",
  ]);
  expect((await auditOf(system, invitationId)).map(({ action }) => action)).toEqual([
    "invitation.created",
    "invitation.accepted",
  ]);
});

test("twenty registrations by one link are one account", async () => {
  const { input } = await invited();
  const act = (index: number) =>
    registerAccount(asGuest(system.web), { ...input, username: `${input.username}-${index}` });
  const { values, codes } = await twentyAtOnce(act);
  expect(values.filter((value) => "joined" in value)).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["INVITATION_GONE"]));
});

test("the link is for its address alone, and dead where it was revoked", async () => {
  const { id, ctx, input, invitationId } = await invited();
  const other = registerAccount(asGuest(system.web), { ...input, email: "someone-else@example.com" });
  await expect(other).rejects.toMatchObject({ code: "INVALID_INPUT", fields: { email: ["INVALID"] } });
  await revokeInvitation(ctx, { id, invitationId });
  await expect(registerAccount(asGuest(system.web), input)).rejects.toMatchObject({ code: "INVITATION_GONE" });
  const { rows } = await system.owner.query("SELECT 1 FROM account WHERE email = $1", [input.email]);
  expect(rows).toEqual([]);
});

test("an account that was begun with the address and never verified is taken over clean", async () => {
  const squatter = await makeAccount(system, { email: `squat-${++named}@example.com`, status: "PENDING" });
  const inside = await asUser(system, squatter);
  const { input } = await invited(squatter.email);
  const answer = await registerAccount(asGuest(system.web), input);
  expect(answer).toMatchObject({ user: { id: squatter.id, username: input.username, status: "ACTIVE" } });
  const { rows } = await system.owner.query("SELECT id FROM session WHERE account_id = $1", [squatter.id]);
  expect(rows).toHaveLength(1);
  expect(rows[0].id).not.toBe(inside.actor.session.id);
});

test("an address that has an account is answered as ever: its owner is mailed, and nobody joins", async () => {
  const known = await makeAccount(system);
  const { id, input } = await invited(known.email);
  expect(await registerAccount(asGuest(system.web), input)).toEqual({ status: "verification_sent" });
  expect((await mailsTo(system, known.email)).map(({ template }) => template)).toContain("already-registered");
  const { rows } = await system.owner.query("SELECT 1 FROM membership WHERE workspace_id = $1", [id]);
  expect(rows).toHaveLength(1);
});
