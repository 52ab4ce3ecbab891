import type { Locale, Role } from "@pronaflow/contract";
import { fail, pickLocale } from "@pronaflow/contract";
import type { ChangedMember, Member } from "@pronaflow/contract/outputs/members";
import type { Tx } from "@pronaflow/db";
import type { WorkspaceScope } from "../kernel/scope.ts";

export type MemberState = Member["state"];

/** A member as a command holds it: the row is locked, the workspace's before it. */
export interface LockedMember {
  id: string;
  accountId: string;
  role: Role;
  state: MemberState;
  endsAt: Date | null;
  email: string;
  displayName: string;
  locale: Locale;
  timeZone: string;
}

type Row = {
  id: string;
  account_id: string;
  role: Role;
  state: MemberState;
  ends_at: Date | null;
  email: string;
  display_name: string;
  locale: string;
  time_zone: string;
};

/**
 * Locks one member of the scope's workspace until the transaction ends.
 * @throws NOT_FOUND where there is none of that id in it.
 */
export async function lockMember(
  tx: Tx,
  scope: Pick<WorkspaceScope, "workspaceId">,
  memberId: string,
): Promise<LockedMember> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT m.id::text AS id, m.account_id::text AS account_id,
      m.role::text AS role, m.state::text AS state, m.ends_at, a.email, a.display_name, a.locale, a.time_zone
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${scope.workspaceId}::uuid AND m.id = ${memberId}::uuid FOR UPDATE OF m`;
  if (!row) return fail("NOT_FOUND");
  const { id, role, state } = row;
  return {
    ...{ id, role, state },
    accountId: row.account_id,
    endsAt: row.ends_at,
    email: row.email,
    displayName: row.display_name,
    locale: pickLocale(row.locale),
    timeZone: row.time_zone,
  };
}

/** What a change answers with. */
export function toChangedMember(member: Pick<LockedMember, "id" | "role" | "state" | "endsAt">): ChangedMember {
  const { id: memberId, role, state, endsAt } = member;
  return { memberId, role, state, endsAt: endsAt?.toISOString() ?? null };
}

const KEY = /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where a page ends, as an opaque word. */
export function cursorOf(row: { joined_key: string; id: string }): string {
  return Buffer.from(`${row.joined_key}|${row.id}`).toString("base64url");
}

/** @throws INVALID_INPUT where it is no cursor of ours. */
export function readCursor(cursor: string): { key: string; id: string } {
  const [, key, id] = KEY.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  return key && id ? { key, id } : fail("INVALID_INPUT", {}, { cursor: ["INVALID"] });
}
