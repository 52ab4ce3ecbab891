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
  /** Past its thirty days, and taken by the worker: nothing of it is anyone's any more. */
  isPurged: boolean;
  timeZone: string;
  isColoured: boolean;
  legalName: string;
  seats: number | null;
  domains: string[];
  /** From when on a second factor is asked for, and how old a session may be in minutes. */
  mfaFrom: number | null;
  sessionMinutes: number | null;
  /** Where its logo is found. */
  logo: string | null;
  /** What its access log holds: the acts, whoever did them. */
  log: string[];
  exports: { id: string; until: number }[];
  members: Map<number, Place>;
  invitations: Invited[];
  offer: Offer | null;
  /** Whoever was ever a member or invited: they may have read of it. */
  known: Set<number>;
  world: Moment;
}

/** What all workspaces share. */
export interface Moment {
  now: number;
  /** Who has a second factor, and gave it. */
  secured: Set<number>;
}

export interface Place {
  memberId: string;
  role: Role;
  isActive: boolean;
  endsAt: number | null;
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

export interface Model extends Moment {
  spaces: Space[];
}

export const HOUR = 60 * 60_000;
export const REFUSED = "FORBIDDEN";
export const NOT_THERE = "NOT_FOUND";

/** One's place where one is let in: an active one whose time is not over, in a workspace that is not deleted. */
export function placeOf(space: Space, person: number): Place | null {
  const place = standingOf(space, person);
  return place && (place.endsAt === null || place.endsAt > space.world.now) ? place : null;
}

/** One's place as others see it: until the worker came by, also where its time is over. */
export function standingOf(space: Space, person: number): Place | null {
  const place = space.members.get(person);
  return place?.isActive && space.deletedAt === null ? place : null;
}

/** What the door says by itself to a session of so many minutes: null is "come in". */
export function doorOf(space: Space, person: number, sessionMinutes = 0): string | null {
  if (!placeOf(space, person)) return NOT_THERE;
  const { mfaFrom, sessionMinutes: most, world } = space;
  if (mfaFrom !== null && mfaFrom <= world.now && !world.secured.has(person)) return "WORKSPACE_NEEDS_MFA";
  return most !== null && sessionMinutes > most ? "SESSION_TOO_OLD" : null;
}

/** What is answered to somebody who wants to do something; null: do it. */
export function refusalOf(space: Space, person: number, permission: Permission): string | null {
  const refusal = doorOf(space, person);
  if (refusal) return refusal;
  return can(placeOf(space, person)?.role ?? "GUEST", permission) ? null : REFUSED;
}

/** Deleted, and still in the list of its Owner's deleted ones. */
export function isOwnDeleted(space: Space, person: number): boolean {
  const place = space.members.get(person);
  if (space.deletedAt === null || place?.role !== "OWNER" || !place.isActive) return false;
  return !space.isPurged && space.deletedAt + RESTORE_HOURS * HOUR > space.world.now;
}

export const RESTORE_HOURS = 30 * 24;

export const isOpen = (model: Model, { status, until }: Invited) => status === "pending" && until > model.now;
export const isStanding = (model: Model, offer: Offer | null) => offer?.isPending === true && offer.until > model.now;
export const activeOf = (space: Space) => [...space.members].filter(([, { isActive }]) => isActive);
export const seatsLeft = (space: Space) =>
  space.seats === null ? Number.POSITIVE_INFINITY : space.seats - activeOf(space).length;
export const ownersOf = (space: Space) => activeOf(space).filter(([, { role }]) => role === "OWNER");

/** Whether who answers for an invitation may still give what it offers, and its address is still admitted. */
export function isGood(space: Space, { by, role }: Invited, email: string): boolean {
  const inviter = space.members.get(by);
  return inviter?.isActive === true && invitableRoles(inviter.role).includes(role) && isAdmitted(space, email);
}

export function isAdmitted(space: Space, email: string): boolean {
  return space.domains.length === 0 || space.domains.some((domain) => email.endsWith(`@${domain}`));
}
