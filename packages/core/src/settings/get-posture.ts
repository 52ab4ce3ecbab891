import { relyingPartyOf } from "@pronaflow/auth";
import type { Role } from "@pronaflow/contract";
import type { WorkspacePosture } from "@pronaflow/contract/outputs/settings";
import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import { hasSecondFactor } from "../factors/has-second-factor.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A guest not seen for so long is stale; an invitation unanswered for so long is old. */
const STALE_DAYS = 60;
const OLD_INVITATION_DAYS = 7;
const NAMED = 50;

type Counts = {
  members: number;
  membersWithMfa: number;
  staleGuestCount: number;
  owners: number;
  oldInvitations: number;
};
type MemberRow = { id: string; display_name: string; role: Role; last_seen_at: Date | null; ends_at: Date | null };

const SEEN = Prisma.sql`(SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = m.account_id)`;

/** How safe the workspace is kept, as of now: what weakens it, and whom to speak to. */
export async function getPosture(ctx: WorkspaceContext): Promise<WorkspacePosture> {
  requirePermission(ctx, "audit.view");
  const { workspaceId } = ctx.scope;
  const now = ctx.services.clock.now();
  return await transact(ctx.services, { workspaceId, accountId: ctx.actor.account.id }, async (tx) => {
    const isProtected = hasSecondFactor(relyingPartyOf(ctx.services.env.APP_URL).id, Prisma.sql`m.account_id`);
    const counts = await count(tx, workspaceId, now, isProtected);
    const unprotected = await list(tx, workspaceId, Prisma.sql`NOT ${isProtected}`);
    const staleGuests = await list(tx, workspaceId, stale(now));
    return { ...counts, unprotected: unprotected.map(toMember), staleGuests: staleGuests.map(toMember) };
  });
}

async function count(tx: Tx, workspaceId: string, now: Date, isProtected: Prisma.Sql): Promise<Counts> {
  const invitedBefore = new Date(now.getTime() - OLD_INVITATION_DAYS * DAY_MS);
  const [counts] = await tx.$queryRaw<Counts[]>`SELECT count(*)::integer AS members,
      count(*) FILTER (WHERE ${isProtected})::integer AS "membersWithMfa",
      count(*) FILTER (WHERE ${stale(now)})::integer AS "staleGuestCount",
      count(*) FILTER (WHERE m.role = 'OWNER')::integer AS owners,
      (SELECT count(*)::integer FROM invitation i WHERE i.workspace_id = ${workspaceId}::uuid AND i.state = 'PENDING'
        AND i.created_at < ${invitedBefore}) AS "oldInvitations"
    FROM membership m WHERE m.workspace_id = ${workspaceId}::uuid AND m.state = 'ACTIVE'`;
  return counts ?? { members: 0, membersWithMfa: 0, staleGuestCount: 0, owners: 0, oldInvitations: 0 };
}

async function list(tx: Tx, workspaceId: string, which: Prisma.Sql): Promise<MemberRow[]> {
  return await tx.$queryRaw<
    MemberRow[]
  >`SELECT m.id::text, a.display_name, m.role::text, ${SEEN} AS last_seen_at, m.ends_at
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.state = 'ACTIVE' AND ${which}
    ORDER BY m.role, lower(a.display_name), m.id LIMIT ${NAMED}`;
}

function stale(now: Date): Prisma.Sql {
  const seenBefore = new Date(now.getTime() - STALE_DAYS * DAY_MS);
  return Prisma.sql`(m.role = 'GUEST' AND m.joined_at < ${seenBefore} AND coalesce(${SEEN}, '-infinity') < ${seenBefore}
    OR m.role = 'GUEST' AND m.ends_at <= ${now})`;
}

function toMember(row: MemberRow): WorkspacePosture["staleGuests"][number] {
  return {
    memberId: row.id,
    displayName: row.display_name,
    role: row.role,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
  };
}
