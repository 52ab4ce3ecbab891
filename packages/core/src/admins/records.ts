import type { SystemRole } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";

import { CONSOLE_ROLES } from "@pronaflow/contract/inputs/admins";
import type { Admin, Candidate } from "@pronaflow/contract/outputs/admins";
import type { AccountStatus } from "@pronaflow/db";

export type ConsoleRole = (typeof CONSOLE_ROLES)[number];

export type PersonRow = {
  id: string;
  display_name: string;
  username: string;
  email: string;
  role: SystemRole;
  status: Exclude<AccountStatus, "DELETED">;
  deletion_due_at: Date | null;
  has_second_factor: boolean;
};

export type AdminRow = PersonRow & { role: ConsoleRole; last_seen_at: Date | null; is_last: boolean };

/** Somebody of the console, as the list shows them. */
export function toAdmin(row: AdminRow): Admin {
  const lastSeenAt = row.last_seen_at?.toISOString() ?? null;
  return { ...toCandidate(row), role: row.role, lastSeenAt, isLastSuperadmin: row.is_last };
}

/** Somebody who might be given a role. */
export function toCandidate(row: PersonRow): Candidate {
  return {
    id: row.id,
    displayName: row.display_name,
    username: row.username,
    email: row.email,
    role: row.role,
    status: row.deletion_due_at ? "LEAVING" : row.status,
    hasSecondFactor: row.has_second_factor,
  };
}

const CURSOR = /^([A-Z]+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where a page of the list ends: the role is kept with it, since it may be another by the time of the next page. */
export function adminCursor({ role, id }: { role: ConsoleRole; id: string }): string {
  return Buffer.from(`${role} ${id}`).toString("base64url");
}

/** @throws INVALID_INPUT where it is no cursor of ours. */
export function readAdminCursor(cursor: string): { role: ConsoleRole; id: string } {
  const [, word, id = ""] = CURSOR.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  const role = CONSOLE_ROLES.find((known) => known === word);
  return role ? { role, id } : fail("INVALID_INPUT", {}, { cursor: ["INVALID"] });
}
