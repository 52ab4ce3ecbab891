import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  inWorkspace,
  mailsTo,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
  twentyPiledUp,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { updatePolicy } from "../settings/index.ts";
import * as invitations from "./index.ts";

// Whatever meets an invitation at once: one after the other, each judged by what the one before left.

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
  owner = await makeAccount(system);
});
afterAll(() => system.close());

async function offer() {
  await system.owner.query("DELETE FROM rate_limit");
  const invitee = await makeAccount(system);
  const { id } = await makeWorkspace(system, owner);
  const ctx = await inWorkspace(await asUser(system, owner), id);
  const { rows } = await invitations.inviteMembers(ctx, { id, emails: [invitee.email], role: "VIEWER" });
  const invitationId = rows[0]?.invitationId ?? expect.unreachable();
  const tokens = async () =>
    (await mailsTo(system, invitee.email)).map(({ props }) => String(props.link).split("#token=")[1] ?? "");
  return { id, ctx, invitee, invitationId, tokens, user: await asUser(system, invitee) };
}

async function standing(id: string, invitationId: string, accountId: string) {
  const { rows } = await system.owner.query<{ state: string; offered: string; role: string | null }>(
    `SELECT i.state::text, i.role::text AS offered, m.role::text AS role FROM invitation i
     LEFT JOIN membership m ON m.workspace_id = i.workspace_id AND m.account_id = $3
     WHERE i.workspace_id = $1 AND i.id = $2`,
    [id, invitationId, accountId],
  );
  return rows[0] ?? expect.unreachable();
}

const actionsOf = async (target: string) => (await auditOf(system, target)).map(({ action }) => action);

test("twenty who resend it at once send what a day allows, and one link of all lives", async () => {
  const { id, ctx, invitationId, tokens } = await offer();
  const [first = ""] = await tokens();
  const { values, codes } = await twentyAtOnce(() => invitations.resendInvitation(ctx, { id, invitationId }));
  expect(values).toHaveLength(5);
  expect(new Set(codes)).toEqual(new Set(["RATE_LIMITED"]));
  expect((await actionsOf(invitationId)).filter((action) => action === "invitation.resent")).toHaveLength(5);
  let opened = 0;
  const all = await tokens();
  expect(all).toHaveLength(6);
  for (const token of all) {
    const answer = invitations.viewInvitation(asGuest(system.web), { token });
    opened += await answer.then(
      () => 1,
      () => 0,
    );
  }
  expect(opened).toBe(1);
  await expect(invitations.viewInvitation(asGuest(system.web), { token: first })).rejects.toMatchObject({
    code: "INVITATION_GONE",
  });
});

test.each([0, 1])("resent and taken at once (%i): taken once, or the link that was taken is dead", async (round) => {
  const { id, ctx, invitee, invitationId, tokens, user } = await offer();
  const [token = ""] = await tokens();
  const { codes } = await twentyPiledUp<unknown>(system, id, (index) =>
    (index + round) % 4
      ? invitations.acceptInvitation(user, { token })
      : invitations.resendInvitation(ctx, { id, invitationId }),
  );
  expect(codes.every((code) => ["INVITATION_GONE", "ALREADY_MEMBER"].includes(code))).toBe(true);
  const { state, role } = await standing(id, invitationId, invitee.id);
  expect([state, role]).toEqual(state === "ACCEPTED" ? ["ACCEPTED", "VIEWER"] : ["PENDING", null]);
  const accepted = (await actionsOf(invitationId)).filter((action) => action === "invitation.accepted");
  expect(accepted).toHaveLength(state === "ACCEPTED" ? 1 : 0);
});

test("its role changes while it is taken: who joins has the role that stood at that moment, and it stays so", async () => {
  const { id, ctx, invitee, invitationId, tokens, user } = await offer();
  const [token = ""] = await tokens();
  await twentyPiledUp<unknown>(system, id, (index) =>
    index % 2
      ? invitations.acceptInvitation(user, { token })
      : invitations.changeInvitation(ctx, { id, invitationId, role: index % 4 ? "GUEST" : "MEMBER" }),
  );
  const { state, offered, role } = await standing(id, invitationId, invitee.id);
  expect([state, role]).toEqual(["ACCEPTED", offered]);
  const rows = await auditOf(system, invitationId);
  const told = rows.filter(({ action }) => action === "invitation.role_changed").at(-1)?.detail.after?.role ?? "VIEWER";
  expect(told).toBe(role);
  expect(rows.at(-1)?.action).toBe("invitation.accepted");
});

test("a policy that shuts its address out while it is taken: in before it, or void after it, never in after it", async () => {
  const { id, ctx, invitee, invitationId, tokens, user } = await offer();
  const [token = ""] = await tokens();
  await twentyPiledUp<unknown>(system, id, (index) =>
    index % 5
      ? invitations.acceptInvitation(user, { token })
      : updatePolicy(ctx, { id, invitationDomains: ["elsewhere.example"] }),
  );
  const { state, role } = await standing(id, invitationId, invitee.id);
  expect([state, role]).toEqual(state === "ACCEPTED" ? ["ACCEPTED", "VIEWER"] : ["VOID", null]);
  const { rows } = await system.owner.query<{ action: string }>(
    "SELECT action FROM audit_entry WHERE workspace_id = $1 ORDER BY seq",
    [id],
  );
  const order = rows.map(({ action }) => action).filter((action) => action !== "invitation.created");
  expect(order).toEqual(
    state === "ACCEPTED" ? ["invitation.accepted", "policy.updated"] : ["policy.updated", "invitation.voided"],
  );
});
