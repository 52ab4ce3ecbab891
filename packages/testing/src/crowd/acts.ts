import type { Role } from "@pronaflow/contract";
import { ROLES } from "@pronaflow/contract";
import { cancelDeletion, scheduleDeletion } from "@pronaflow/core/account";
import { acceptInvitation, inviteMembers } from "@pronaflow/core/invitations";
import {
  changeRole,
  deactivateMember,
  leaveWorkspace,
  reactivateMember,
  removeMember,
  setMemberEnd,
} from "@pronaflow/core/members";
import {
  acceptOwnership,
  cancelOwnership,
  declineOwnership,
  nameHeir,
  offerOwnership,
  proveTransferScope,
} from "@pronaflow/core/ownership";
import { deleteWorkspace, undeleteWorkspace } from "@pronaflow/core/workspaces";
import type { Crowd, Person, Space } from "./crowd.ts";
import { attempt, attemptIn, newPerson, renew } from "./crowd.ts";
import type { Dice } from "./dice.ts";

/** One stroke of a client: who does it, in which workspace, and to whom. */
interface Stroke {
  crowd: Crowd;
  dice: Dice;
  space: Space;
  person: Person;
  target: Person;
}

type Act = (stroke: Stroke) => Promise<unknown>;

/** How often each is done. */
const ACTS: readonly [number, Act][] = [
  [16, (stroke) => onMember(stroke, "role", (ctx, given) => changeRole(ctx, { ...given, role: anyRole(stroke) }))],
  [8, (stroke) => onMember(stroke, "deactivate", deactivateMember)],
  [12, (stroke) => onMember(stroke, "reactivate", reactivateMember)],
  [6, (stroke) => onMember(stroke, "remove", removeMember)],
  [5, leave],
  [20, join],
  [6, (stroke) => onMember(stroke, "offer", (ctx, given) => offerOwnership(ctx, given))],
  [10, decide],
  [5, (stroke) => onMember(stroke, "heir", (ctx, { id, memberId }) => nameHeir(ctx, { id, memberId }))],
  [5, end],
  [8, clash],
  [4, vanish],
  [3, goAway],
];

/** Does one act of a client. */
export async function strike(crowd: Crowd, dice: Dice): Promise<void> {
  const space = dice.pick(crowd.spaces);
  const { above, members, isDeleted } = await standing(crowd, space);
  const person = choose(dice, above, crowd.people);
  const target = choose(dice, members, crowd.people);
  // Whatever is deleted for long gives the others nothing to do.
  if (isDeleted && dice.below(3) === 0) return await comeBack({ crowd, dice, space, person, target });
  let roll = dice.below(ACTS.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, act] of ACTS) {
    roll -= weight;
    if (roll < 0) return void (await act({ crowd, dice, space, person, target }));
  }
}

/** Mostly those who may act, on those who are there. */
const choose = (dice: Dice, likely: readonly Person[], all: readonly Person[]) =>
  dice.pick(likely.length > 0 && dice.below(3) > 0 ? likely : all);

async function standing(
  { system, people }: Crowd,
  space: Space,
): Promise<{ above: Person[]; members: Person[]; isDeleted: boolean }> {
  const { rows } = await system.owner.query<{ account_id: string; is_above: boolean; is_deleted: boolean }>(
    `SELECT m.account_id, m.state = 'ACTIVE' AND m.role IN ('OWNER', 'ADMIN') AS is_above,
       w.deleted_at IS NOT NULL AS is_deleted
     FROM membership m JOIN workspace w ON w.id = m.workspace_id WHERE w.id = $1`,
    [space.id],
  );
  const those = (ids: string[]) => people.filter(({ account }) => ids.includes(account.id));
  return {
    above: those(rows.filter((row) => row.is_above).map((row) => row.account_id)),
    members: those(rows.map((row) => row.account_id)),
    isDeleted: rows.some((row) => row.is_deleted),
  };
}

const anyRole = ({ dice }: Stroke): Role => dice.pick(ROLES);

async function memberIdOf({ system }: Crowd, space: Space, { account }: Person): Promise<string> {
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2",
    [space.id, account.id],
  );
  return rows[0]?.id ?? system.web.random.uuid();
}

async function onMember(
  { crowd, dice, space, person, target }: Stroke,
  act: string,
  ask: (ctx: Parameters<typeof removeMember>[0], given: { id: string; memberId: string }) => Promise<unknown>,
): Promise<void> {
  const memberId = await memberIdOf(crowd, space, target);
  await attemptIn(crowd, dice, { act, person, space }, (ctx) => ask(ctx, { id: space.id, memberId }));
}

async function leave({ crowd, dice, space, target: person }: Stroke): Promise<void> {
  await attemptIn(crowd, dice, { act: "leave", person, space }, (ctx) => leaveWorkspace(ctx, { id: space.id }));
}

/** All Owners of a workspace give it up at the same moment, each in their way: the last one cannot. */
async function clash(stroke: Stroke): Promise<void> {
  const { rows } = await stroke.crowd.system.owner.query<{ account_id: string }>(
    "SELECT account_id FROM membership WHERE workspace_id = $1 AND state = 'ACTIVE' AND role = 'OWNER'",
    [stroke.space.id],
  );
  const owners = stroke.crowd.people.filter(({ account }) => rows.some((row) => row.account_id === account.id));
  await Promise.all(owners.map((person) => stroke.dice.pick(WAYS_OUT)({ ...stroke, person, target: person })));
}

const WAYS_OUT: readonly Act[] = [
  leave,
  (stroke) => onMember(stroke, "remove", removeMember),
  (stroke) => onMember(stroke, "deactivate", deactivateMember),
  (stroke) => onMember(stroke, "role", (ctx, given) => changeRole(ctx, { ...given, role: "MEMBER" })),
];

/** Invited by one, taken by the other. */
async function join({ crowd, dice, space, person }: Stroke): Promise<void> {
  const target = dice.pick(crowd.people);
  const given = { id: space.id, emails: [target.account.email], role: dice.pick(ROLES) };
  const invited = await attemptIn(crowd, dice, { act: "invite", person, space }, async (ctx) => {
    const [row] = (await inviteMembers(ctx, given)).rows;
    return row?.link ?? null;
  });
  const token = invited?.split("#token=")[1];
  if (!token) return;
  await attempt(crowd, dice, { act: "accept", person: target }, (ctx) => acceptInvitation(ctx, { token }));
}

/** Takes, turns down or takes back what is offered. */
async function decide({ crowd, dice, space, person }: Stroke): Promise<void> {
  const { rows } = await crowd.system.owner.query<{ id: string; to_account_id: string }>(
    "SELECT id, to_account_id FROM ownership_transfer WHERE workspace_id = $1 AND state = 'PENDING'",
    [space.id],
  );
  const [waiting] = rows;
  const taker = crowd.people.find(({ account }) => account.id === waiting?.to_account_id);
  if (!waiting || !taker) return;
  const how = dice.below(4);
  if (how === 0) {
    await attemptIn(crowd, dice, { act: "cancel", person, space }, (ctx) => cancelOwnership(ctx, { id: space.id }));
    return;
  }
  const [act, verb] = how === 1 ? (["decline", declineOwnership] as const) : (["take", acceptOwnership] as const);
  await attempt(crowd, dice, { act, person: taker }, async (ctx) => {
    const scope = await proveTransferScope(ctx, { id: waiting.id });
    await verb({ ...ctx, scope }, { id: waiting.id });
  });
}

/** A Guest's end, soon over, and the worker that comes by. */
async function end(stroke: Stroke): Promise<void> {
  const { crowd, dice } = stroke;
  const endsAt = new Date(crowd.system.clock.now().getTime() + 1 + dice.below(200)).toISOString();
  await onMember(stroke, "end", (ctx, given) => setMemberEnd(ctx, { ...given, endsAt }));
  await crowd.runTask(crowd.system.admin, "members.end");
}

/** A workspace is deleted, and comes back by the same hand or another's. */
async function vanish(stroke: Stroke): Promise<void> {
  const { crowd, dice, space, person } = stroke;
  const { id, name } = space;
  await attemptIn(crowd, dice, { act: "delete", person, space }, (ctx) =>
    deleteWorkspace(ctx, { id, confirmName: name }),
  );
  await comeBack(stroke);
}

async function comeBack({ crowd, dice, space: { id }, person, target }: Stroke): Promise<void> {
  for (const who of [person, target])
    await attempt(crowd, dice, { act: "undelete", person: who }, (ctx) => undeleteWorkspace(ctx, { id }));
}

/** An account asks to go; it changes its mind, or its time comes, what it owned passes on, and somebody new appears. */
async function goAway({ crowd, dice, target: person }: Stroke): Promise<void> {
  const { account, token } = person;
  const { system } = crowd;
  const asked = await attempt(crowd, dice, { act: "go", person }, (ctx) =>
    scheduleDeletion(ctx, { confirmUsername: account.username }),
  );
  if (!asked) return;
  // It is signed out everywhere, and comes back to decide.
  await renew(system, person, token);
  if (dice.below(2) === 0) {
    await attempt(crowd, dice, { act: "stay", person }, (ctx) => cancelDeletion(ctx, {}));
    return;
  }
  await system.owner.query("UPDATE account SET deletion_due_at = $2 WHERE id = $1 AND deletion_due_at IS NOT NULL", [
    account.id,
    system.clock.now(),
  ]);
  await crowd.runTask(system.admin, "accounts.delete");
  const { rows } = await system.owner.query("SELECT 1 FROM account WHERE id = $1 AND status = 'DELETED'", [account.id]);
  if (rows.length > 0) Object.assign(person, await newPerson(system));
}
