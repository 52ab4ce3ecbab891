import { can, fail } from "@pronaflow/contract";
import type { Candidates, Ownership, ReceivedOffer } from "@pronaflow/contract/outputs/ownership";
import type { Tx } from "@pronaflow/db";
import { avatarAt } from "../account/get-avatar.ts";
import type { UserContext, WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import type { WorkspaceScope } from "../kernel/scope.ts";
import { proveWorkspaceScope } from "../kernel/scope.ts";
import { transact } from "../kernel/transaction.ts";
import { escapeLike } from "../system/rules.ts";

const CANDIDATES_SHOWN = 20;

type OwnerRow = {
  member_id: string;
  account_id: string;
  display_name: string;
  joined_at: Date;
  avatar_version: string | null;
};
type TransferRow = {
  id: string;
  from_name: string;
  member_id: string | null;
  to_name: string;
  offered_at: Date;
  expires_at: Date;
};
type PersonRow = { member_id: string; display_name: string };
type CandidateRow = PersonRow & { account_id: string; username: string; avatar_version: string | null };
type OfferRow = Omit<TransferRow, "member_id" | "to_name"> & { workspace_id: string; name: string; slug: string };

/**
 * Who owns the workspace, longest-standing first. The offer that waits and one's own heir are told to those alone who may
 * hand it over.
 * @throws FORBIDDEN to those who may not see its settings.
 */
export async function getOwnership(ctx: WorkspaceContext): Promise<Ownership> {
  requirePermission(ctx, "settings.view");
  const { workspaceId, role } = ctx.scope;
  const me = ctx.actor.account.id;
  return await transact(ctx.services, { workspaceId, accountId: me }, async (tx) => {
    const owners = await tx.$queryRaw<OwnerRow[]>`SELECT m.id::text AS member_id, m.account_id::text AS account_id,
        a.display_name, m.joined_at, v.version AS avatar_version
      FROM membership m JOIN account a ON a.id = m.account_id LEFT JOIN account_avatar v ON v.account_id = a.id
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.role = 'OWNER' AND m.state = 'ACTIVE'
      ORDER BY m.joined_at, m.id`;
    const mayHandOver = can(role, "ownership.transfer");
    return {
      owners: owners.map((owner) => ({
        memberId: owner.member_id,
        accountId: owner.account_id,
        avatar: avatarAt(owner.account_id, owner.avatar_version).avatar,
        displayName: owner.display_name,
        isYou: owner.account_id === me,
        since: owner.joined_at.toISOString(),
      })),
      transfer: mayHandOver ? await readTransfer(tx, workspaceId, ctx.services.clock.now()) : null,
      heir: mayHandOver ? await readHeir(tx, workspaceId, me) : null,
    };
  });
}

async function readTransfer(tx: Tx, workspaceId: string, now: Date): Promise<Ownership["transfer"]> {
  const [row] = await tx.$queryRaw<TransferRow[]>`SELECT t.id::text AS id, f.display_name AS from_name,
      m.id::text AS member_id, a.display_name AS to_name, t.offered_at, t.expires_at
    FROM ownership_transfer t JOIN account f ON f.id = t.from_account_id JOIN account a ON a.id = t.to_account_id
      LEFT JOIN membership m ON m.workspace_id = t.workspace_id AND m.account_id = t.to_account_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.state = 'PENDING' AND t.expires_at > ${now}`;
  if (!row) return null;
  return {
    id: row.id,
    from: row.from_name,
    to: { memberId: row.member_id ?? "", displayName: row.to_name },
    offeredAt: row.offered_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

/** An heir who left, or cannot act, is none. */
async function readHeir(tx: Tx, workspaceId: string, me: string): Promise<Ownership["heir"]> {
  const [row] = await tx.$queryRaw<PersonRow[]>`SELECT h.id::text AS member_id, a.display_name
    FROM membership m JOIN membership h ON h.workspace_id = m.workspace_id AND h.account_id = m.heir_account_id
      JOIN account a ON a.id = h.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.account_id = ${me}::uuid AND h.state = 'ACTIVE'
      AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL`;
  return row ? { memberId: row.member_id, displayName: row.display_name } : null;
}

/**
 * Members who could take over, at most 20, found by the beginning of a name or username.
 * @throws FORBIDDEN.
 */
export async function listCandidates(
  ctx: WorkspaceContext,
  { q = "" }: { q?: string | undefined },
): Promise<Candidates> {
  requirePermission(ctx, "ownership.transfer");
  const { workspaceId } = ctx.scope;
  const me = ctx.actor.account.id;
  const like = `%${escapeLike(q.trim())}%`;
  const rows = await transact(
    ctx.services,
    { workspaceId, accountId: me },
    (tx) => tx.$queryRaw<
      CandidateRow[]
    >`SELECT m.id::text AS member_id, m.account_id::text AS account_id, a.display_name, a.username,
        v.version AS avatar_version
      FROM membership m JOIN account a ON a.id = m.account_id LEFT JOIN account_avatar v ON v.account_id = a.id
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.account_id <> ${me}::uuid AND m.state = 'ACTIVE'
        AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL
        AND (a.display_name ILIKE ${like} OR a.username ILIKE ${like})
      ORDER BY m.role, lower(a.display_name), m.id LIMIT ${CANDIDATES_SHOWN}`,
  );
  return {
    items: rows.map((row) => ({
      memberId: row.member_id,
      accountId: row.account_id,
      displayName: row.display_name,
      username: row.username,
      avatar: avatarAt(row.account_id, row.avatar_version).avatar,
    })),
  };
}

/** The offers of ownership made to oneself that stand, the one that runs out first before the others. */
export async function listOffers(ctx: UserContext): Promise<ReceivedOffer[]> {
  const me = ctx.actor.account.id;
  const now = ctx.services.clock.now();
  const rows = await transact(
    ctx.services,
    { accountId: me },
    (tx) => tx.$queryRaw<OfferRow[]>`SELECT t.id::text AS id, w.id::text AS workspace_id, w.name, w.slug,
        f.display_name AS from_name, t.offered_at, t.expires_at
      FROM ownership_transfer t JOIN workspace w ON w.id = t.workspace_id JOIN account f ON f.id = t.from_account_id
        JOIN membership m ON m.workspace_id = t.workspace_id AND m.account_id = t.to_account_id
      WHERE t.to_account_id = ${me}::uuid AND t.state = 'PENDING' AND t.expires_at > ${now} AND m.state = 'ACTIVE'
        AND (m.ends_at IS NULL OR m.ends_at > ${now}) AND w.deleted_at IS NULL
      ORDER BY t.expires_at, t.id`,
  );
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    workspaceName: row.name,
    slug: row.slug,
    from: row.from_name,
    offeredAt: row.offered_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

/**
 * Proves the scope of the workspace that a transfer is about, for the one whom it was offered to.
 * @throws NOT_FOUND for everyone else.
 */
export async function proveTransferScope(ctx: UserContext, transfer: { id: string }): Promise<WorkspaceScope> {
  const me = ctx.actor.account.id;
  const [found] = await transact(
    ctx.services,
    { accountId: me },
    (tx) => tx.$queryRaw<{ workspace_id: string }[]>`SELECT workspace_id::text AS workspace_id FROM ownership_transfer
      WHERE id = ${transfer.id}::uuid AND to_account_id = ${me}::uuid`,
  );
  return found ? await proveWorkspaceScope(ctx, { id: found.workspace_id }) : fail("NOT_FOUND");
}
