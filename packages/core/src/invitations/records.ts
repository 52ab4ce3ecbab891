import { hashToken } from "@pronaflow/auth";
import type { Role } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import type { InvitationState, Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import { enterWorkspaceOf } from "../kernel/transaction.ts";
import type { Standing } from "./rules.ts";

/** An invitation whose row is locked until the transaction ends. */
export interface LockedInvitation extends Standing {
  id: string;
  workspaceId: string;
  email: string;
  emailNormal: string;
  role: Role;
  memberEndsAt: Date | null;
  invitedBy: string;
  acceptedBy: string | null;
}

type Row = {
  id: string;
  workspace_id: string;
  email: string;
  email_normal: string;
  role: Role;
  member_ends_at: Date | null;
  state: InvitationState;
  invited_by: string;
  expires_at: Date;
  opened_at: Date | null;
  bounced_at: Date | null;
  accepted_by: string | null;
};

export interface InvitingWorkspace {
  id: string;
  slug: string;
  name: string;
}

/**
 * Locks one invitation of a workspace that the caller has locked.
 * @throws NOT_FOUND, also for one of another workspace.
 */
export async function lockInvitation(tx: Tx, workspaceId: string, id: string): Promise<LockedInvitation> {
  return (await lockOne(tx, workspaceId, Prisma.sql`i.id = ${id}::uuid`)) ?? fail("NOT_FOUND");
}

/**
 * What a link stands for: moves the wall to its workspace, locks that first and the invitation then. The secret is the
 * evidence, so nothing is seen without it.
 * @throws INVITATION_GONE alike for a link that is unknown or replaced, or whose workspace is deleted.
 */
export async function lockByLink(
  tx: Tx,
  token: string,
): Promise<{ workspace: InvitingWorkspace; invitation: LockedInvitation }> {
  const tokenHash = hashToken(token);
  const [place] = await tx.$queryRaw<{ id: string | null }[]>`SELECT invitation_place(${tokenHash})::text AS id`;
  if (!place?.id) return fail("INVITATION_GONE");
  await enterWorkspaceOf(tx, place.id);
  const [workspace] = await tx.$queryRaw<InvitingWorkspace[]>`SELECT id::text AS id, slug, name FROM workspace
    WHERE id = ${place.id}::uuid AND deleted_at IS NULL FOR UPDATE`;
  if (!workspace) return fail("INVITATION_GONE");
  const invitation = await lockOne(tx, workspace.id, Prisma.sql`i.token_hash = ${tokenHash}`);
  return { workspace, invitation: invitation ?? fail("INVITATION_GONE") };
}

async function lockOne(tx: Tx, workspaceId: string, which: Prisma.Sql): Promise<LockedInvitation | null> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT i.id::text AS id, i.workspace_id::text AS workspace_id, i.email,
      i.email_normal, i.role::text AS role, i.member_ends_at, i.state::text AS state, i.invited_by::text AS invited_by,
      i.expires_at, i.opened_at, i.bounced_at, i.accepted_by::text AS accepted_by
    FROM invitation i WHERE i.workspace_id = ${workspaceId}::uuid AND ${which} FOR UPDATE`;
  return row ? toLocked(row) : null;
}

function toLocked(row: Row): LockedInvitation {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    email: row.email,
    emailNormal: row.email_normal,
    role: row.role,
    memberEndsAt: row.member_ends_at,
    state: row.state,
    invitedBy: row.invited_by,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    bouncedAt: row.bounced_at,
    acceptedBy: row.accepted_by,
  };
}
