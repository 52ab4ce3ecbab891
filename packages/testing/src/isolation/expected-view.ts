import type { Permission } from "@pronaflow/contract";
import { can } from "@pronaflow/contract";
import type { Invited, Model, Place, Space } from "./model.ts";
import { activeOf, doorOf, isOpen, isOwnDeleted, isStanding, NOT_THERE, ownersOf, placeOf, REFUSED } from "./model.ts";

/** What one person sees of everything: the same shape that `lookAround` reads from the product. */
export function expectedView(model: Model, person: number) {
  const mine = model.spaces.flatMap((space) => {
    const place = placeOf(space, person);
    return place ? [{ space, place }] : [];
  });
  return {
    list: mine.map(({ space: { id, slug, name }, place: { role } }) => ({ id, slug, name, role })).sort(byId),
    marks: mine
      .flatMap(({ space: { id, isColoured, logo } }) => (isColoured || logo ? [{ id, hasLogo: logo !== null }] : []))
      .sort(byId),
    deleted: model.spaces
      .filter((space) => isOwnDeleted(space, person))
      .map(({ id }) => id)
      .sort(),
    logos: model.spaces.map((space) => space.logo && (placeOf(space, person) ? "seen" : NOT_THERE)),
    offers: mine
      .flatMap(({ space: { offer } }) => (isStanding(model, offer) && offer?.to === person ? [offer.id] : []))
      .sort(),
    places: model.spaces.map((space) => expectedPlace(model, space, person)),
  };
}

function expectedPlace(model: Model, space: Space, person: number) {
  const place = placeOf(space, person);
  const closed = doorOf(space, person);
  if (closed || !place) return closed;
  const where = <Seen>(permission: Permission, seen: Seen) => (can(place.role, permission) ? seen : REFUSED);
  const active = activeOf(space);
  const owners = ownersOf(space);
  const pending = space.invitations.filter(({ status }) => status === "pending").length;
  const { name, slug, description, timeZone, legalName, seats, domains, mfaFrom, sessionMinutes } = space;
  const secured = active.filter(([other]) => model.secured.has(other)).length;
  return {
    detail: { name, slug, description, role: place.role, memberCount: active.length },
    settings: where("settings.view", timeZone),
    policy: where("settings.view", { domains, mfaFrom, sessionMinutes }),
    billing: where("billing.view", { legalName, seats, seatsUsed: active.length }),
    posture: where("audit.view", { members: active.length, secured, owners: owners.length }),
    invitations: where("members.invite", expectedInvitations(model, space)),
    members: where(
      "members.view",
      [...space.members.values()]
        .map(({ memberId, role, isActive, endsAt }) => ({
          ...{ id: memberId, role, state: isActive ? "ACTIVE" : "DEACTIVATED" },
          endsAt,
        }))
        .sort(byId),
    ),
    log: where("audit.view", [...space.log].sort()),
    exports: where(
      "audit.view",
      space.exports
        .filter(({ until }) => until > model.now)
        .map(({ id }) => id)
        .sort(),
    ),
    impact: where("workspace.delete", { members: space.members.size, invitations: pending }),
    ownership: where("settings.view", expectedOwnership(model, space, place)),
    candidates: where(
      "ownership.transfer",
      active
        .filter(([other]) => other !== person)
        .map(([, { memberId }]) => memberId)
        .sort(),
    ),
  };
}

const statusOf = (model: Model, one: Invited) => (isOpen(model, one) ? "sent" : "expired");

function expectedInvitations(model: Model, space: Space) {
  return space.invitations
    .map((one) => ({
      id: one.id,
      role: one.role,
      status: one.status === "pending" ? statusOf(model, one) : one.status,
    }))
    .sort(byId);
}

function expectedOwnership(model: Model, space: Space, place: Place) {
  const mayHandOver = can(place.role, "ownership.transfer");
  const heir = place.heir === null ? undefined : space.members.get(place.heir);
  return {
    owners: ownersOf(space)
      .map(([, { memberId }]) => memberId)
      .sort(),
    transfer: mayHandOver && isStanding(model, space.offer) ? (space.offer?.id ?? null) : null,
    heir: mayHandOver && heir?.isActive ? heir.memberId : null,
  };
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
