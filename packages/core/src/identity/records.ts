import type { SessionRow } from "@pronaflow/auth";
import type { Locale, SystemRole } from "@pronaflow/contract";
import type { CurrentSession, User } from "@pronaflow/contract/outputs/identity";
import type { AccountStatus, Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import type { z } from "zod";
import type { AccountRow } from "../sessions/records.ts";

/** An account as a command holds it, its row locked until the transaction ends. */
export interface LockedAccount extends AccountRow {
  emailNormal: string;
  passwordHash: string | null;
  suspendedUntil: Date | null;
}

type Found = {
  id: string;
  email: string;
  email_normal: string;
  username: string;
  display_name: string;
  status: AccountStatus;
  system_role: SystemRole;
  locale: Locale;
  time_zone: string;
  last_workspace_id: string | null;
  deletion_due_at: Date | null;
  created_at: Date;
  password_hash: string | null;
  suspended_until: Date | null;
};

/** Locks one account until the transaction ends; null where there is none. Always the first lock a command takes. */
export async function lockAccount(
  tx: Tx,
  which: { id: string } | { emailNormal: string },
): Promise<LockedAccount | null> {
  const condition =
    "id" in which ? Prisma.sql`id = ${which.id}::uuid` : Prisma.sql`email_normal = ${which.emailNormal}`;
  const [row] = await tx.$queryRaw<Found[]>`SELECT id::text AS id, email, email_normal, username, display_name,
      status::text AS status, system_role::text AS system_role, locale, time_zone,
      last_workspace_id::text AS last_workspace_id, deletion_due_at, created_at, password_hash, suspended_until
    FROM account WHERE ${condition} FOR UPDATE`;
  return row ? toLockedAccount(row) : null;
}

/** The person as they see themselves. */
export function toUser(account: AccountRow): User {
  const { id, email, username, displayName, status, systemRole, locale, timeZone, createdAt } = account;
  return { id, email, username, displayName, status, systemRole, locale, timeZone, createdAt: createdAt.toISOString() };
}

/** The session that asks, without its token. */
export function toCurrentSession(session: SessionRow): z.infer<typeof CurrentSession> {
  return {
    id: session.id,
    createdAt: session.createdAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    provedAt: session.provedAt.toISOString(),
    assurance: session.assurance,
  };
}

function toLockedAccount(row: Found): LockedAccount {
  return {
    id: row.id,
    email: row.email,
    emailNormal: row.email_normal,
    username: row.username,
    displayName: row.display_name,
    status: row.status,
    systemRole: row.system_role,
    locale: row.locale,
    timeZone: row.time_zone,
    lastWorkspaceId: row.last_workspace_id,
    deletionDueAt: row.deletion_due_at,
    createdAt: row.created_at,
    passwordHash: row.password_hash,
    suspendedUntil: row.suspended_until,
  };
}
