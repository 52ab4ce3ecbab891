import type { Role } from "@pronaflow/contract";
import { assignableRoles, fail, mayManage } from "@pronaflow/contract";
import type { Rate } from "../kernel/limiter.ts";

/** @throws MEMBER_ABOVE where the member stands above what this role may act on. */
export function assertMayManage(role: Role, target: Role): void {
  if (!mayManage(role, target)) fail("MEMBER_ABOVE", { role: target });
}

/** @throws ROLE_NOT_GRANTABLE, with the roles that one may give. */
export function assertMayAssign(role: Role, given: Role): void {
  const assignable = assignableRoles(role);
  if (!assignable.includes(given)) fail("ROLE_NOT_GRANTABLE", { role: given, assignable });
}

/** The end of a Guest's time lies ahead. @throws INVALID_INPUT */
export function assertAhead(endsAt: Date | null, now: Date): void {
  if (endsAt && endsAt <= now) fail("INVALID_INPUT", {}, { endsAt: ["END_PASSED"] });
}

/** What a role change leaves of an end: only Guests have one. */
export function endUnder(role: Role, endsAt: Date | null): Date | null {
  return role === "GUEST" ? endsAt : null;
}

/** What coming back leaves of an end: one that has passed would shut the door again. */
export function endOnReturn(endsAt: Date | null, now: Date): Date | null {
  return endsAt && endsAt > now ? endsAt : null;
}

/** Asking for permissions: enough for someone who looks around, too little to flood the Owners. */
export const ASK_RATE = { name: "permission-ask", calls: 5, windowSeconds: 60 * 60 } as const satisfies Rate;
export const ASK_AGAIN_MS = 24 * 60 * 60 * 1000;
/** How many are mailed at most, the longest-standing first. */
export const ASKED_AT_MOST = 10;
