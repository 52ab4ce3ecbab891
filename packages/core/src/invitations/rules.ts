import type { Role } from "@pronaflow/contract";
import { can, fail, invitableRoles } from "@pronaflow/contract";
import type { InvitationStatus } from "@pronaflow/contract/outputs/invitations";
import type { InvitationState } from "@pronaflow/db";

/** Spec WS-5. */
export const INVITATION_TTL_MS = 48 * 60 * 60 * 1000;
export const MOST_PENDING = 100;
/** How long an ended invitation can still be read in the list. */
export const ENDED_KEPT_MS = 90 * 24 * 60 * 60 * 1000;

export interface Standing {
  state: InvitationState;
  expiresAt: Date;
  openedAt: Date | null;
  bouncedAt: Date | null;
}

/** Whether the link still opens: also where the job that ends it has not come by yet. */
export function isOpen(invitation: Pick<Standing, "state" | "expiresAt">, now: Date): boolean {
  return invitation.state === "PENDING" && invitation.expiresAt > now;
}

/** What the inviter sees of it. */
export function statusOf(invitation: Standing, now: Date): InvitationStatus {
  if (invitation.state !== "PENDING") return STATUS_OF_ENDED[invitation.state];
  if (!isOpen(invitation, now)) return "expired";
  if (invitation.openedAt) return "opened";
  return invitation.bouncedAt ? "bounced" : "sent";
}

const STATUS_OF_ENDED = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  REVOKED: "revoked",
  EXPIRED: "expired",
  VOID: "void",
} as const satisfies Record<Exclude<InvitationState, "PENDING">, InvitationStatus>;

/** @throws ROLE_NOT_GRANTABLE where somebody offers a role that is not theirs to give. */
export function requireInvitable(granter: Role, role: Role): void {
  if (!invitableRoles(granter).includes(role)) fail("ROLE_NOT_GRANTABLE", { role });
}

/** Whether someone may resend, change or revoke it: it offers no more than they may give, and it is theirs or they manage members. */
export function mayHandle(
  actor: { role: Role; accountId: string },
  invitation: { role: Role; invitedBy: string },
): boolean {
  const isTheirs = invitation.invitedBy === actor.accountId || can(actor.role, "members.update");
  return isTheirs && invitableRoles(actor.role).includes(invitation.role);
}

/** Whether the workspace's policy admits an address; without domains it admits every one. */
export function isDomainAllowed(emailNormal: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(emailNormal.slice(emailNormal.lastIndexOf("@") + 1));
}
