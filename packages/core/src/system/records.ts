import type { Role } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import type { SystemWorkspace } from "@pronaflow/contract/outputs/workspaces";
import type { Tx } from "@pronaflow/db";
import type { Deletion } from "./rules.ts";

export interface SystemWorkspaceRow {
  id: string;
  slug: string;
  name: string;
  description: string;
  created_at: Date;
  deleted_at: Date | null;
  final_at: Date | null;
  deleted_by: string | null;
  held_at: Date | null;
  held_by: string | null;
  hold_reason: string | null;
  owners: { id: string; displayName: string; email: string }[] | null;
  member_count: number;
}

export interface MemberRow {
  id: string;
  display_name: string;
  email: string;
  role: Role;
  joined_at: Date;
}

export interface LockedDeletion extends Deletion {
  id: string;
  slug: string;
  name: string;
}

type Locked = {
  id: string;
  slug: string;
  name: string;
  deleted_at: Date | null;
  final_at: Date | null;
  purge_started_at: Date | null;
  held_at: Date | null;
};

/** Locks one workspace, live or deleted, until the transaction ends; null where there is none. */
export async function lockAnyWorkspace(tx: Tx, id: string): Promise<LockedDeletion | null> {
  const [row] = await tx.$queryRaw<Locked[]>`SELECT id::text AS id, slug, name, deleted_at, final_at,
      purge_started_at, held_at
    FROM workspace WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) return null;
  const {
    slug,
    name,
    deleted_at: deletedAt,
    final_at: finalAt,
    purge_started_at: purgeStartedAt,
    held_at: heldAt,
  } = row;
  return { id: row.id, slug, name, deletedAt, finalAt, purgeStartedAt, heldAt };
}

/** A workspace as the console lists it. */
export function toSystemWorkspace(row: SystemWorkspaceRow): SystemWorkspace {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    state: row.deleted_at ? "DELETED" : "ACTIVE",
    owners: row.owners ?? [],
    memberCount: row.member_count,
    createdAt: row.created_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    finalAt: row.final_at?.toISOString() ?? null,
    isHeld: row.held_at !== null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a page ends, as an opaque word: ids are ordered by time. */
export function cursorOf(id: string): string {
  return Buffer.from(id).toString("base64url");
}

/** @throws INVALID_INPUT where it is no cursor of ours. */
export function idOfCursor(cursor: string): string {
  const id = Buffer.from(cursor, "base64url").toString("latin1");
  return UUID.test(id) ? id : fail("INVALID_INPUT", {}, { cursor: ["INVALID"] });
}
