import type { Role } from "@pronaflow/contract";
import { assignableRoles, mayManage } from "@pronaflow/contract";
import type { WorkspaceContext } from "@pronaflow/core/kernel";
import { changeRole, deactivateMember, leaveWorkspace, reactivateMember, removeMember } from "@pronaflow/core/members";
import { expect } from "vitest";
import type { Model, Place, Space } from "./model.ts";
import { NOT_THERE, ownersOf, placeOf, refusalOf } from "./model.ts";
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
  apply(space: Space, place: Place, target: number): void;
}

const onMember =
  (act: Act) =>
  (person: number, target: number): SpaceStep =>
  async (model: Model, world: World, space) => {
    const given = { id: space.id, memberId: memberIdOf(model, world, space, target) };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => act.call(ctx, given)));
    const [actor, place] = [placeOf(space, person), space.members.get(target)];
    const refusal = refusalOf(space, person, act.permission);
    if (refusal || !actor || !place) return expect(code).toBe(refusal ?? NOT_THERE);
    const isBelow = mayManage(actor.role, place.role);
    expect(code).toBe(isBelow ? act.refusal(space, place, actor.role) : "MEMBER_ABOVE");
    if (!code) act.apply(space, place, target);
  };

const lastOwner = (space: Space, place: Place) => (isLastOwner(space, place) ? "LAST_OWNER" : null);

/** Out of the workspace, and nobody's heir there. */
function takeAway(space: Space, target: number): void {
  space.members.delete(target);
  for (const place of space.members.values()) if (place.heir === target) place.heir = null;
}

export const giveRole = (person: number, target: number, role: Role): SpaceStep =>
  onMember({
    permission: "members.update",
    call: (ctx, given) => changeRole(ctx, { ...given, role }),
    refusal(space, place, actor) {
      if (!assignableRoles(actor).includes(role)) return "ROLE_NOT_GRANTABLE";
      return place.role === role ? null : lastOwner(space, place);
    },
    apply(_space, place) {
      if (place.role !== role) Object.assign(place, { role, heir: null });
    },
  })(person, target);

export const deactivate = onMember({
  permission: "members.update",
  call: deactivateMember,
  refusal: lastOwner,
  apply: (_space, place) => Object.assign(place, { isActive: false }),
});

export const reactivate = onMember({
  permission: "members.update",
  call: reactivateMember,
  refusal: (_space, place, actor) => (assignableRoles(actor).includes(place.role) ? null : "ROLE_NOT_GRANTABLE"),
  apply: (_space, place) => Object.assign(place, { isActive: true }),
});

export const expel = onMember({
  permission: "members.remove",
  call: removeMember,
  refusal: lastOwner,
  apply: (space, _place, target) => takeAway(space, target),
});

export const leave =
  (person: number): SpaceStep =>
  async (_model, world, space) => {
    const code = await codeOf(inSpace(world, space, person).then((ctx) => leaveWorkspace(ctx, { id: space.id })));
    const place = placeOf(space, person);
    expect(code).toBe(place ? lastOwner(space, place) : NOT_THERE);
    if (!code) takeAway(space, person);
  };
