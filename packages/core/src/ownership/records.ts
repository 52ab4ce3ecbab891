import type { Role } from "@pronaflow/contract";
import { fail, pickLocale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import type { WorkspaceContext } from "../kernel/context.ts";
import type { Owner } from "../workspaces/list-owners.ts";

/** An active member whose account can act: not suspended, not deleted, not on its way out. */
export interface Standing extends Owner {
  memberId: string;
  role: Role;
}

type StandingRow = {
  account_id: string;
  member_id: string;
  role: Role;
  email: string;
  display_name: string;
  locale: string;
  time_zone: string;
};

export interface PendingOffer {
  id: string;
  fromAccountId: string;
  toAccountId: string;
  expiresAt: Date;
}

type OfferRow = { id: string; from_account_id: string; to_account_id: string; expires_at: Date };

/** Reads one active member, by the membership's public id or by the account; null where there is none who can act. */
export async function getStanding(
  tx: Tx,
  workspaceId: string,
  which: { memberId: string } | { accountId: string },
): Promise<Standing | null> {
  const condition =
    "memberId" in which
      ? Prisma.sql`m.id = ${which.memberId}::uuid`
      : Prisma.sql`m.account_id = ${which.accountId}::uuid`;
  const [row] = await tx.$queryRaw<StandingRow[]>`SELECT a.id::text AS account_id, m.id::text AS member_id,
      m.role::text AS role, a.email, a.display_name, a.locale, a.time_zone
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND ${condition} AND m.state = 'ACTIVE' AND a.status = 'ACTIVE'
      AND a.deletion_due_at IS NULL`;
  if (!row) return null;
  const { account_id: id, member_id: memberId, role, email, display_name: displayName } = row;
  return { id, memberId, role, email, displayName, locale: pickLocale(row.locale), timeZone: row.time_zone };
}

/** The offer that waits in a workspace, if any; it holds for as long as the caller has the workspace's lock. */
export async function getPendingOffer(tx: Tx, workspaceId: string): Promise<PendingOffer | null> {
  const [row] = await tx.$queryRaw<OfferRow[]>`SELECT id::text AS id, from_account_id::text AS from_account_id,
      to_account_id::text AS to_account_id, expires_at
    FROM ownership_transfer WHERE workspace_id = ${workspaceId}::uuid AND state = 'PENDING'`;
  if (!row) return null;
  return { id: row.id, fromAccountId: row.from_account_id, toAccountId: row.to_account_id, expiresAt: row.expires_at };
}

/**
 * The offer that is made to who asks, while it stands.
 * @throws NOT_FOUND where none by that id was made to them here; TRANSFER_GONE once it was decided or ran out.
 */
export async function findOwnOffer(tx: Tx, ctx: WorkspaceContext, id: string): Promise<PendingOffer> {
  const { workspaceId } = ctx.scope;
  const [mine] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM ownership_transfer
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND to_account_id = ${ctx.actor.account.id}::uuid`;
  if (!mine) return fail("NOT_FOUND");
  const offer = await getPendingOffer(tx, workspaceId);
  if (offer?.id !== id || offer.expiresAt <= ctx.services.clock.now()) return fail("TRANSFER_GONE");
  return offer;
}

/** Ends the offer, once. */
export async function settleOffer(
  tx: Tx,
  offer: { id: string; workspaceId: string; now: Date },
  state: "ACCEPTED" | "DECLINED" | "CANCELLED" | "EXPIRED",
): Promise<void> {
  const settled = await tx.$executeRaw`UPDATE ownership_transfer SET state = ${state}::"TransferState",
      decided_at = ${offer.now}
    WHERE workspace_id = ${offer.workspaceId}::uuid AND id = ${offer.id}::uuid AND state = 'PENDING'`;
  if (settled !== 1) fail("TRANSFER_GONE");
}
