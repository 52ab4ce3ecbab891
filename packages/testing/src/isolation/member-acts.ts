import type { Role } from "@pronaflow/contract";
import { assignableRoles, mayManage } from "@pronaflow/contract";
import type { WorkspaceContext } from "@pronaflow/core/kernel";
import {
  changeMembers,
  changeRole,
  deactivateMember,
  leaveWorkspace,
  reactivateMember,
  removeMember,
  setMemberEnd,
} from "@pronaflow/core/members";
import { expect } from "vitest";
import type { Model, Place, Space } from "./model.ts";
import { doorOf, HOUR, NOT_THERE, ownersOf, placeOf, refusalOf, seatsLeft } from "./model.ts";
import { memberIdOf } from "./ownership-acts.ts";
import type { SpaceStep } from "./space-acts.ts";
import type { World } from "./world.ts";
import { codeOf, inSpace } from "./world.ts";

/** Whether this place is what keeps its workspace owned. */
function isLastOwner(space: Space, place: Place): boolean {
  return place.role === "OWNER" && place.isActive && ownersOf(space).length === 1;
}

interface Act {
  permission: "members.update" | "members.remove";
  call(ctx: WorkspaceContext, given: { id: string; memberId: string }): Promise<unknown>;
  /** What it is refused with, once one may act on that member. */
  refusal(space: Space, place: Place, actor: Role): string | null;
  /** What it changes, and what the log says of that; null: it was so already. */
  apply(space: Space, place: Place, target: number): string | null;
}

/** What an act on a member comes to, as the model has it; what it changes is changed. */
function judge(act: Act, space: Space, person: number, target: number): string | null {
  const [actor, place] = [placeOf(space, person), space.members.get(target)];
  const refusal = refusalOf(space, person, act.permission);
  if (refusal || !actor || !place) return refusal ?? NOT_THERE;
  if (!mayManage(actor.role, place.role)) return "MEMBER_ABOVE";
  const code = act.refusal(space, place, actor.role);
  const told = code ? null : act.apply(space, place, target);
  if (told) space.log.push(told);
  return code;
}

const onMember =
  (act: Act) =>
  (person: number, target: number): SpaceStep =>
  async (model: Model, world: World, space) => {
    const given = { id: space.id, memberId: memberIdOf(model, world, space, target) };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => act.call(ctx, given)));
    expect(code).toBe(judge(act, space, person, target));
  };

const lastOwner = (space: Space, place: Place) => (isLastOwner(space, place) ? "LAST_OWNER" : null);

/** Out of the workspace, and nobody's heir there. */
function takeAway(space: Space, target: number): void {
  space.members.delete(target);
  for (const place of space.members.values()) if (place.heir === target) place.heir = null;
}

const roleGiven = (role: Role): Act => ({
  permission: "members.update",
  call: (ctx, given) => changeRole(ctx, { ...given, role }),
  refusal(space, place, actor) {
    if (!assignableRoles(actor).includes(role)) return "ROLE_NOT_GRANTABLE";
    return place.role === role ? null : lastOwner(space, place);
  },
  apply(_space, place) {
    if (place.role === role) return null;
    Object.assign(place, { role, heir: null, endsAt: role === "GUEST" ? place.endsAt : null });
    return "member.role_changed";
  },
});

const DEACTIVATED: Act = {
  permission: "members.update",
  call: deactivateMember,
  refusal: lastOwner,
  apply(_space, place) {
    if (!place.isActive) return null;
    place.isActive = false;
    return "member.deactivated";
  },
};

const REACTIVATED: Act = {
  permission: "members.update",
  call: reactivateMember,
  refusal(space, place, actor) {
    if (!assignableRoles(actor).includes(place.role)) return "ROLE_NOT_GRANTABLE";
    return !place.isActive && seatsLeft(space) <= 0 ? "NO_SEAT_LEFT" : null;
  },
  apply(space, place) {
    if (place.isActive) return null;
    const isOver = place.endsAt !== null && place.endsAt <= space.world.now;
    Object.assign(place, { isActive: true, endsAt: isOver ? null : place.endsAt });
    return "member.reactivated";
  },
};

const REMOVED: Act = {
  permission: "members.remove",
  call: removeMember,
  refusal: lastOwner,
  apply(space, _place, target) {
    takeAway(space, target);
    return "member.removed";
  },
};

export const giveRole = (person: number, target: number, role: Role) => onMember(roleGiven(role))(person, target);
export const deactivate = onMember(DEACTIVATED);
export const reactivate = onMember(REACTIVATED);
export const expel = onMember(REMOVED);

/** When a Guest's time is over: in so many hours, or never. */
export const limit = (person: number, target: number, hours: number | null): SpaceStep => {
  const endsAt = (space: Space) => (hours === null ? null : space.world.now + hours * HOUR);
  return async (model, world, space) => {
    const at = endsAt(space);
    const act: Act = {
      permission: "members.update",
      call: (ctx, given) => setMemberEnd(ctx, { ...given, endsAt: at === null ? null : new Date(at).toISOString() }),
      refusal: (_space, place) => (place.role === "GUEST" ? null : "INVALID_INPUT"),
      apply(_space, place) {
        if (place.endsAt === at) return null;
        place.endsAt = at;
        return "member.end_changed";
      },
    };
    await onMember(act)(person, target)(model, world, space);
  };
};

/** Several at once: each has an answer of its own, and what would meet all of them fails the whole. */
export const bulk =
  (person: number, targets: readonly number[], what: number): SpaceStep =>
  async (model, world, space) => {
    const [act, change] = BULK[what % BULK.length] ?? BULK[0];
    const memberIds = targets.map((target) => memberIdOf(model, world, space, target));
    let codes: (string | null)[] = [];
    const failed = await codeOf(
      inSpace(world, space, person).then(async (ctx) => {
        codes = (await changeMembers(ctx, { id: space.id, memberIds, ...change })).results.map(({ code }) => code);
      }),
    );
    const refusal = refusalOf(space, person, act.permission);
    if (refusal) return expect(failed).toBe(refusal);
    const expected: (string | null)[] = [];
    for (const target of targets) {
      expected.push(judge(act, space, person, target));
      // Whoever loses the right on the way is stopped there: what is done is done.
      if (FOR_ALL.includes(expected.at(-1) ?? "")) return expect(failed).toBe(expected.at(-1));
    }
    expect({ failed, codes }).toEqual({ failed: null, codes: expected });
  };

const FOR_ALL = ["FORBIDDEN"];
const BULK: [[Act, object], ...[Act, object][]] = [
  [DEACTIVATED, { active: false }],
  [REACTIVATED, { active: true }],
  [REMOVED, { remove: true as const }],
  [roleGiven("VIEWER"), { role: "VIEWER" as const }],
  [roleGiven("ADMIN"), { role: "ADMIN" as const }],
];

export const leave =
  (person: number): SpaceStep =>
  async (_model, world, space) => {
    const code = await codeOf(inSpace(world, space, person).then((ctx) => leaveWorkspace(ctx, { id: space.id })));
    const place = placeOf(space, person);
    expect(code).toBe(doorOf(space, person) ?? (place && lastOwner(space, place)));
    if (code) return;
    takeAway(space, person);
    space.log.push("member.left");
  };
