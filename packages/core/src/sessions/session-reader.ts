import type { Assurance, Audience, SessionReader, SessionRow } from "@pronaflow/auth";
import type { Locale, SystemRole } from "@pronaflow/contract";
import type { AccountStatus, Database } from "@pronaflow/db";
import type { AccountRow, OwnWorkspace } from "./records.ts";

type Found = {
  session_id: string;
  account_id: string;
  audience: Audience;
  assurance: Assurance;
  proved_at: Date;
  session_created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  absolute_expires_at: Date;
  browser: string | null;
  os: string | null;
  device: string | null;
  ip: string | null;
  city: string | null;
  country: string | null;
  email: string;
  username: string;
  display_name: string;
  status: AccountStatus;
  system_role: SystemRole;
  locale: Locale;
  time_zone: string;
  last_workspace_id: string | null;
  deletion_due_at: Date | null;
  account_created_at: Date;
  workspaces?: OwnWorkspace[];
};

const COLUMNS = `s.id AS session_id, s.account_id, lower(s.audience::text) AS audience, s.assurance, s.proved_at,
    s.created_at AS session_created_at, s.last_seen_at, s.expires_at, s.absolute_expires_at,
    s.browser, s.os, s.device, s.ip, s.city, s.country,
    a.email, a.username, a.display_name, a.status::text AS status, a.system_role::text AS system_role,
    a.locale, a.time_zone, a.last_workspace_id, a.deletion_due_at, a.created_at AS account_created_at`;

const SESSION = `FROM session s JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = $1 AND a.status IN ('PENDING', 'ACTIVE')`;

const FIND = `SELECT ${COLUMNS} ${SESSION}`;
const FIND_WITH_WORKSPACES = `SELECT ${COLUMNS}, (SELECT coalesce(json_agg(json_build_object(
    'id', w.id, 'slug', w.slug, 'name', w.name, 'role', w.role, 'endsAtMs', extract(epoch FROM w.ends_at) * 1000)), '[]')
    FROM own_workspaces(s.account_id) w) AS workspaces
  ${SESSION}`;

/** The account a session is of; with its own workspaces where the reader was asked for them too. */
export type SessionAccount = { row: AccountRow; workspaces: readonly OwnWorkspace[] | null };

/** Sessions as every request reads them: one prepared statement; writes what was used at most every 5 minutes. */
export function sessionReader(db: Database, also?: "own workspaces"): SessionReader<SessionRow, SessionAccount> {
  return {
    async find(tokenHash) {
      const [row] = also
        ? await db.hot<Found>("session_find_with_workspaces", FIND_WITH_WORKSPACES, [tokenHash])
        : await db.hot<Found>("session_find", FIND, [tokenHash]);
      if (!row) return null;
      const account = { row: toAccountRow(row), workspaces: row.workspaces ?? null };
      return { session: toSessionRow(row, tokenHash), account };
    },
    async touch(id, seen) {
      await db.hot(
        "session_touch",
        "UPDATE session SET last_seen_at = $2, expires_at = $3 WHERE id = $1 AND last_seen_at < $2",
        [id, seen.lastSeenAt, seen.expiresAt],
      );
    },
    async remove(id) {
      await db.hot("session_remove", "DELETE FROM session WHERE id = $1", [id]);
    },
  };
}

function toSessionRow(row: Found, tokenHash: Buffer<ArrayBuffer>): SessionRow {
  return {
    id: row.session_id,
    tokenHash,
    accountId: row.account_id,
    audience: row.audience,
    assurance: row.assurance,
    provedAt: row.proved_at,
    createdAt: row.session_created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    absoluteExpiresAt: row.absolute_expires_at,
    browser: row.browser,
    os: row.os,
    device: row.device,
    ip: row.ip,
    city: row.city,
    country: row.country,
  };
}

function toAccountRow(row: Found): AccountRow {
  return {
    id: row.account_id,
    email: row.email,
    username: row.username,
    displayName: row.display_name,
    status: row.status,
    systemRole: row.system_role,
    locale: row.locale,
    timeZone: row.time_zone,
    lastWorkspaceId: row.last_workspace_id,
    deletionDueAt: row.deletion_due_at,
    createdAt: row.account_created_at,
  };
}
