import type { Permission, Role } from "@pronaflow/contract";
import { can, invitableRoles } from "@pronaflow/contract";

/** What is told of a workspace, without a database: people are numbers, times milliseconds. */
export interface Space {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** In every text of this workspace, and of no other. */
  word: string;
  deletedAt: number | null;
  timeZone: string;
  isColoured: boolean;
  legalName: string;
  domains: string[];
  members: Map<number, Place>;
  invitations: Invited[];
  offer: Offer | null;
  /** Whoever was ever a member or invited: they may have read of it. */
  known: Set<number>;
}

export interface Place {
  memberId: string;
  role: Role;
  isActive: boolean;
  heir: number | null;
}

export interface Invited {
  id: string;
  token: string;
  person: number;
  role: Role;
  by: number;
  until: number;
  status: "pending" | "accepted" | "declined" | "revoked" | "expired" | "void";
}

export interface Offer {
  id: string;
  from: number;
  to: number;
  until: number;
  isPending: boolean;
}

export interface Model {
  now: number;
  spaces: Space[];
}

export const HOUR = 60 * 60_000;
export const REFUSED = "FORBIDDEN";
export const NOT_THERE = "NOT_FOUND";

/** One's place where one is let in: an active one, in a workspace that is not deleted. */
export function placeOf(space: Space, person: number): Place | null {
  const place = space.members.get(person);
  return place?.isActive && space.deletedAt === null ? place : null;
}

/** What the door answers to somebody who wants to do something: null is "come in". */
export function refusalOf(space: Space, person: number, permission: Permission): string | null {
  const place = placeOf(space, person);
  if (!place) return NOT_THERE;
  return can(place.role, permission) ? null : REFUSED;
}

export const isOpen = (model: Model, { status, until }: Invited) => status === "pending" && until > model.now;
export const isStanding = (model: Model, offer: Offer | null) => offer?.isPending === true && offer.until > model.now;
export const activeOf = (space: Space) => [...space.members].filter(([, { isActive }]) => isActive);
export const ownersOf = (space: Space) => activeOf(space).filter(([, { role }]) => role === "OWNER");

/** Whether who answers for an invitation may still give what it offers, and its address is still admitted. */
export function isGood(space: Space, { by, role }: Invited, email: string): boolean {
  const inviter = space.members.get(by);
  return inviter?.isActive === true && invitableRoles(inviter.role).includes(role) && isAdmitted(space, email);
}

export function isAdmitted(space: Space, email: string): boolean {
  return space.domains.length === 0 || space.domains.some((domain) => email.endsWith(`@${domain}`));
}

/** What one person sees of everything: the same shape that `lookAround` reads from the product. */
export function expectedView(model: Model, person: number) {
  const mine = model.spaces.flatMap((space) => {
    const place = placeOf(space, person);
    return place ? [{ space, place }] : [];
  });
  return {
    list: mine.map(({ space: { id, slug, name }, place: { role } }) => ({ id, slug, name, role })).sort(byId),
    marks: mine.flatMap(({ space: { id, isColoured } }) => (isColoured ? [id] : [])).sort(),
    offers: mine
      .flatMap(({ space: { offer } }) => (isStanding(model, offer) && offer?.to === person ? [offer.id] : []))
      .sort(),
    places: model.spaces.map((space) => expectedPlace(model, space, person)),
  };
}

function expectedPlace(model: Model, space: Space, person: number) {
  const place = placeOf(space, person);
  if (!place) return NOT_THERE;
  const where = <Seen>(permission: Permission, seen: Seen) => (can(place.role, permission) ? seen : REFUSED);
  const active = activeOf(space);
  const owners = ownersOf(space);
  const pending = space.invitations.filter(({ status }) => status === "pending").length;
  const { name, slug, description, timeZone, legalName, domains } = space;
  return {
    detail: { name, slug, description, role: place.role, memberCount: active.length },
    settings: where("settings.view", timeZone),
    policy: where("settings.view", domains),
    billing: where("billing.view", { legalName, seatsUsed: active.length }),
    posture: where("audit.view", { members: active.length, owners: owners.length }),
    invitations: where("members.invite", expectedInvitations(model, space)),
    members: where(
      "members.view",
      [...space.members.values()]
        .map(({ memberId, role, isActive }) => ({ id: memberId, role, state: isActive ? "ACTIVE" : "DEACTIVATED" }))
        .sort(byId),
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

const standingOf = (model: Model, one: Invited) => (isOpen(model, one) ? "sent" : "expired");

function expectedInvitations(model: Model, space: Space) {
  return space.invitations
    .map((one) => ({
      id: one.id,
      role: one.role,
      status: one.status === "pending" ? standingOf(model, one) : one.status,
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
