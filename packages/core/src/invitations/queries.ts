import type { Role } from "@pronaflow/contract";
import { fail, fieldErrorsOf } from "@pronaflow/contract";
import type { InvitationFilter } from "@pronaflow/contract/inputs/invitations";
import { ListInvitationsInput } from "@pronaflow/contract/inputs/invitations";
import type { Invitation, InvitationPage } from "@pronaflow/contract/outputs/invitations";
import type { InvitationState } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import type * as z from "zod";
import type { WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";
import { mayHandle, statusOf } from "./rules.ts";

const PAGE = 50;
const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z)~([0-9a-f-]{36})$/;

type Row = {
  id: string;
  email: string;
  role: Role;
  member_ends_at: Date | null;
  state: InvitationState;
  invited_by: string;
  inviter_name: string | null;
  created_at: Date;
  created_text: string;
  sent_at: Date;
  expires_at: Date;
  opened_at: Date | null;
  bounced_at: Date | null;
  ended_at: Date | null;
};

/**
 * The invitations of the scope's workspace, newest first, by keyset.
 * @throws FORBIDDEN to those who may not invite, INVALID_INPUT.
 */
export async function listInvitations(
  ctx: WorkspaceContext,
  given: z.input<typeof ListInvitationsInput>,
): Promise<InvitationPage> {
  requirePermission(ctx, "members.invite");
  const parsed = ListInvitationsInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { filter = "all", cursor, limit = PAGE, id } = parsed.data;
  const { workspaceId } = ctx.scope;
  if (id !== workspaceId) return fail("NOT_FOUND");
  const before = cursor ? readCursor(cursor) : null;
  const now = ctx.services.clock.now();
  const rows = await transact(
    ctx.services,
    { workspaceId, accountId: ctx.actor.account.id },
    (tx) => tx.$queryRaw<Row[]>`SELECT i.id::text AS id, i.email, i.role::text AS role, i.member_ends_at,
        i.state::text AS state, i.invited_by::text AS invited_by, a.display_name AS inviter_name, i.created_at,
        to_char(i.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS created_text,
        i.sent_at, i.expires_at, i.opened_at, i.bounced_at, i.ended_at
      FROM invitation i LEFT JOIN account a ON a.id = i.invited_by
      WHERE i.workspace_id = ${workspaceId}::uuid AND ${narrowed(filter, now)}
        AND (${before === null} OR (i.created_at, i.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
      ORDER BY i.created_at DESC, i.id DESC LIMIT ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? cursorOf(last) : null;
  return { items: shown.map((row) => toInvitation(ctx, row, now)), nextCursor };
}

function narrowed(filter: InvitationFilter, now: Date): Prisma.Sql {
  if (filter === "all") return Prisma.sql`true`;
  if (filter === "open") return Prisma.sql`i.state = 'PENDING' AND i.expires_at > ${now}::timestamptz`;
  if (filter !== "expired") return Prisma.sql`i.state = ${filter.toUpperCase()}::"InvitationState"`;
  // Also those that the job has not ended yet.
  return Prisma.sql`(i.state = 'EXPIRED' OR (i.state = 'PENDING' AND i.expires_at <= ${now}::timestamptz))`;
}

function toInvitation(ctx: WorkspaceContext, row: Row, now: Date): Invitation {
  const { id, email, role, state, invited_by: invitedBy } = row;
  const standing = { state, expiresAt: row.expires_at, openedAt: row.opened_at, bouncedAt: row.bounced_at };
  const status = statusOf(standing, now);
  const endedAt = row.ended_at ?? (status === "expired" ? row.expires_at : null);
  return {
    id,
    email,
    role,
    memberEndsAt: row.member_ends_at?.toISOString() ?? null,
    status,
    invitedBy: { id: invitedBy, displayName: row.inviter_name ?? "" },
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    isMine: mayHandle({ role: ctx.scope.role, accountId: ctx.actor.account.id }, { role, invitedBy }),
  };
}

function cursorOf(row: Row): string {
  return Buffer.from(`${row.created_text}~${row.id}`).toString("base64url");
}

function readCursor(cursor: string): { at: string; id: string } {
  const [, at = "", id = ""] = CURSOR.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (!id || Number.isNaN(new Date(at).getTime())) return fail("INVALID_INPUT", {}, { cursor: ["INVALID"] });
  return { at, id };
}
