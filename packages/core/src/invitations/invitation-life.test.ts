import { hashToken } from "@pronaflow/auth";
import type { Role } from "@pronaflow/contract";
import { invitableRoles } from "@pronaflow/contract";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, asUser, inWorkspace, mailsTo, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lapseInvitations } from "../jobs/lapse-invitations.ts";
import * as invitations from "./index.ts";

type State = "none" | "PENDING" | "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED" | "VOID";

/** One invitation's life as a person would tell it. Times are milliseconds. */
interface Model {
  now: number;
  state: State;
  until: number;
  role: Role;
  inviterRole: Role;
}

interface World {
  id: string;
  inviter: TestAccount;
  invitee: TestAccount;
}

const HOUR = 60 * 60_000;
let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

type Act = fc.AsyncCommand<Model, World>;

function act(name: string, run: (model: Model, world: World) => Promise<void>): Act {
  return {
    check: () => true,
    async run(model, world) {
      await system.owner.query("DELETE FROM rate_limit");
      await run(model, world);
      await expectAgreement(model, world);
    },
    toString: () => name,
  };
}

const isOpen = (model: Model) => model.state === "PENDING" && model.until > model.now;
const isGrantable = (model: Model) => invitableRoles(model.inviterRole).includes(model.role);
const isTakeable = (model: Model) => isOpen(model) && isGrantable(model);

async function tokensOf({ invitee }: World): Promise<string[]> {
  const mails = await mailsTo(system, invitee.email);
  return mails.map(({ props }) => String(props.link ?? "").split("#token=")[1] ?? "").filter(Boolean);
}

async function stored({ id }: World) {
  const sql = `SELECT id, state, role, token_hash FROM invitation WHERE workspace_id = $1 ORDER BY created_at DESC, id DESC`;
  return (await system.owner.query(sql, [id])).rows;
}

async function liveToken(world: World): Promise<string> {
  const [newest] = await stored(world);
  const tokens = await tokensOf(world);
  return tokens.find((token) => newest && Buffer.from(hashToken(token)).equals(newest.token_hash)) ?? "a".repeat(32);
}

async function expectAgreement(model: Model, world: World): Promise<void> {
  const [newest, ...older] = await stored(world);
  expect(newest?.state ?? "none").toBe(model.state);
  if (newest) expect(newest.role).toBe(model.role);
  expect(older.filter(({ state }) => state === "PENDING")).toEqual([]);
  const { rows } = await system.owner.query("SELECT role FROM membership WHERE workspace_id = $1 AND account_id = $2", [
    world.id,
    world.invitee.id,
  ]);
  expect(rows).toEqual(model.state === "ACCEPTED" ? [{ role: model.role }] : []);
  const seen = await Promise.allSettled(
    (await tokensOf(world)).map((token) => invitations.viewInvitation(asGuest(system.web), { token })),
  );
  expect(seen.filter(({ status }) => status === "fulfilled")).toHaveLength(isTakeable(model) ? 1 : 0);
}

/** So many callers at once; how many of them got through. */
async function atOnce(callers: number, call: () => Promise<unknown>): Promise<number> {
  const answers = await Promise.allSettled(Array.from({ length: callers }, call));
  for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toHaveProperty("code");
  return answers.filter(({ status }) => status === "fulfilled").length;
}

const inside = async ({ id, inviter }: World) => inWorkspace(await asUser(system, inviter), id);

const invite = (role: Role, callers: number) =>
  act(`invite as ${role} × ${callers}`, async (model, world) => {
    const ctx = await inside(world);
    const input = { id: world.id, emails: [world.invitee.email], role };
    await atOnce(callers, () => invitations.inviteMembers(ctx, input));
    if (!invitableRoles(model.inviterRole).includes(role)) return;
    if (isOpen(model) || model.state === "ACCEPTED") return;
    Object.assign(model, { state: "PENDING", role, until: model.now + 48 * HOUR });
  });

const accept = (callers: number) =>
  act(`accept × ${callers}`, async (model, world) => {
    const user = await asUser(system, world.invitee);
    const token = await liveToken(world);
    const taken = await atOnce(callers, () => invitations.acceptInvitation(user, { token }));
    expect(taken).toBe(isTakeable(model) ? 1 : 0);
    if (isTakeable(model)) model.state = "ACCEPTED";
    else if (isOpen(model)) model.state = "VOID";
  });

const decline = (callers: number) =>
  act(`decline × ${callers}`, async (model, world) => {
    const token = await liveToken(world);
    const said = await atOnce(callers, () => invitations.declineInvitation(asGuest(system.web), { token }));
    expect(said).toBe(isOpen(model) ? 1 : 0);
    if (isOpen(model)) model.state = "DECLINED";
  });

const revoke = (callers: number) =>
  act(`revoke × ${callers}`, async (model, world) => {
    const [newest] = await stored(world);
    if (!newest) return;
    const ctx = await inside(world);
    const done = await atOnce(callers, () =>
      invitations.revokeInvitation(ctx, { id: world.id, invitationId: newest.id }),
    );
    const isRevocable = model.state === "PENDING" && isGrantable(model);
    expect(done).toBe(isRevocable ? 1 : 0);
    if (isRevocable) model.state = "REVOKED";
  });

const resend = (callers: number) =>
  act(`resend × ${callers}`, async (model, world) => {
    const [newest] = await stored(world);
    if (!newest) return;
    const ctx = await inside(world);
    const done = await atOnce(callers, () =>
      invitations.resendInvitation(ctx, { id: world.id, invitationId: newest.id }),
    );
    const isResendable = ["PENDING", "EXPIRED", "VOID"].includes(model.state) && isGrantable(model);
    expect(done > 0).toBe(isResendable);
    if (isResendable) Object.assign(model, { state: "PENDING", until: model.now + 48 * HOUR });
  });

/** Everyone at once: exactly one of them ends it. */
const race = act("accept, decline and revoke at once, twenty in all", async (model, world) => {
  const [newest] = await stored(world);
  if (!newest || !isTakeable(model)) return;
  const [ctx, user, token] = [await inside(world), await asUser(system, world.invitee), await liveToken(world)];
  const acts = [
    () => invitations.acceptInvitation(user, { token }),
    () => invitations.declineInvitation(asGuest(system.web), { token }),
    () => invitations.revokeInvitation(ctx, { id: world.id, invitationId: newest.id }),
  ];
  let turn = 0;
  expect(await atOnce(20, () => (acts[turn++ % 3] as () => Promise<unknown>)())).toBe(1);
  model.state = (await stored(world))[0]?.state ?? "none";
  expect(["ACCEPTED", "DECLINED", "REVOKED"]).toContain(model.state);
});

const become = (role: Role) =>
  act(`the inviter becomes ${role}`, async (model, { id, inviter }) => {
    const sql = `UPDATE membership SET role = $3::"Role" WHERE workspace_id = $1 AND account_id = $2`;
    await system.owner.query(sql, [id, inviter.id, role]);
    model.inviterRole = role;
  });

const wait = (hours: number) =>
  act(`${hours} hours go by`, async (model) => {
    system.clock.advance({ hours });
    model.now += hours * HOUR;
  });

const sweep = act("the job comes by", async (model) => {
  await lapseInvitations(system.admin);
  if (model.state !== "PENDING") return;
  if (!isOpen(model)) model.state = "EXPIRED";
  else if (!isGrantable(model)) model.state = "VOID";
});

const callers = fc.constantFrom(1, 1, 20);
const acts = [
  fc.tuple(fc.constantFrom<Role>("MEMBER", "VIEWER", "GUEST"), callers).map((given) => invite(...given)),
  callers.map(accept),
  callers.map(decline),
  callers.map(revoke),
  callers.map(resend),
  fc.constant(race),
  fc.constantFrom<Role>("ADMIN", "MEMBER", "GUEST").map(become),
  fc.constantFrom(1, 24, 48).map(wait),
  fc.constant(sweep),
];

test("an invitation lives as its model does, whoever acts, in whatever order, and twenty at once", {
  timeout: 240_000,
}, async () => {
  const owner = await makeAccount(system);
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 30, size: "max" }), async (commands) => {
      const [inviter, invitee] = [await makeAccount(system), await makeAccount(system)];
      const { id } = await makeWorkspace(system, owner, [{ account: inviter, role: "ADMIN" }]);
      const now = system.clock.now().getTime();
      const model: Model = { now, state: "none", until: 0, role: "GUEST", inviterRole: "ADMIN" };
      await fc.asyncModelRun(() => ({ model, real: { id, inviter, invitee } }), commands);
    }),
    { numRuns: 20 },
  );
});
