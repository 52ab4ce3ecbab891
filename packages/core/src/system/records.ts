import type { Role } from "@pronaflow/contract";
import type { SystemWorkspace, SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Prisma } from "@pronaflow/db";

export interface ListedRow {
  id: string;
  slug: string;
  name: string;
  created_at: Date;
  deleted_at: Date | null;
  final_at: Date | null;
  member_count: number;
  owners: SystemWorkspace["owners"];
  micros: string;
}

/** The columns of a workspace in the console, for a query over `workspace w`. */
export const LISTED_COLUMNS = Prisma.sql`w.id::text AS id, w.slug, w.name, w.created_at, w.deleted_at, w.final_at,
  (extract(epoch FROM w.created_at) * 1000000)::bigint::text AS micros,
  (SELECT count(*)::integer FROM membership m WHERE m.workspace_id = w.id AND m.state = 'ACTIVE') AS member_count,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'displayName', a.display_name, 'email', a.email)
      ORDER BY m.joined_at, a.id), '[]')
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = w.id AND m.role = 'OWNER' AND m.state = 'ACTIVE') AS owners`;

export function toSystemWorkspace(row: ListedRow): SystemWorkspace {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    state: row.deleted_at ? "DELETED" : "ACTIVE",
    owners: row.owners.map(({ id, displayName, email }) => ({ id, displayName, email })),
    memberCount: row.member_count,
    createdAt: row.created_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    finalAt: row.final_at?.toISOString() ?? null,
  };
}

export interface MemberRow {
  id: string;
  display_name: string;
  email: string;
  role: Role;
  joined_at: Date;
}

export function toSystemMember(row: MemberRow): SystemWorkspaceDetail["members"][number] {
  const { id, display_name: displayName, email, role, joined_at: joinedAt } = row;
  return { id, displayName, email, role, joinedAt: joinedAt.toISOString() };
}
