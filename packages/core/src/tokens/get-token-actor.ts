import { hashToken } from "@pronaflow/auth";
import type { Actor } from "../kernel/context.ts";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";
import type { AccountRow } from "../sessions/records.ts";

type Found = {
  token_id: string;
  permissions: string[];
  bound_workspace_id: string | null;
  token_created_at: Date;
  token_expires_at: Date;
  last_used_at: Date | null;
  id: string;
  email: string;
  username: string;
  display_name: string;
  status: AccountRow["status"];
  system_role: AccountRow["systemRole"];
  locale: AccountRow["locale"];
  time_zone: string;
  last_workspace_id: string | null;
  created_at: Date;
};

const FIND = `SELECT t.id AS token_id, t.permissions, t.bound_workspace_id, t.created_at AS token_created_at,
    t.expires_at AS token_expires_at, t.last_used_at, a.id, a.email, a.username, a.display_name, a.status::text AS status,
    a.system_role::text AS system_role, a.locale, a.time_zone, a.last_workspace_id, a.created_at
  FROM personal_access_token t JOIN account a ON a.id = t.account_id
  WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2 AND a.status = 'ACTIVE'
    AND a.deletion_due_at IS NULL`;

/** How often the last use is written, at most. */
const TOUCH_MS = 5 * 60 * 1000;

/**
 * The owner of a personal access token, bounded by what it allows; null for one that is unknown, revoked, run out, of an
 * account that is not active, or presented to the console. One round trip.
 */
export async function getTokenActor(services: Services, token: string, ip: string | null): Promise<Actor | null> {
  if (services.audience !== "web") return null;
  const now = services.clock.now();
  const tokenHash = hashToken(token);
  const [row] = await reading(() => services.db.hot<Found>("token_find", FIND, [tokenHash, now]));
  if (!row) return null;
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() >= TOUCH_MS) await touch(services, row, ip, now);
  return {
    account: toAccount(row),
    session: neverProven(row, tokenHash, ip, now),
    slid: false,
    grant: { tokenId: row.token_id, permissions: row.permissions, workspaceId: row.bound_workspace_id },
  };
}

async function touch(services: Services, row: Found, ip: string | null, now: Date): Promise<void> {
  await services.db.hot(
    "token_touch",
    `UPDATE personal_access_token SET last_used_at = $2, last_used_ip = $3
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)`,
    [row.token_id, now, ip],
  );
}

// `provedAt` at the epoch: whatever asks for a fresh proof of the person refuses a program, whoever's token it holds.
function neverProven(row: Found, tokenHash: Buffer<ArrayBuffer>, ip: string | null, now: Date): Actor["session"] {
  const unknown = { browser: null, os: null, device: null, city: null, country: null };
  return {
    ...unknown,
    id: row.token_id,
    tokenHash,
    accountId: row.id,
    audience: "web",
    assurance: 1,
    provedAt: new Date(0),
    createdAt: row.token_created_at,
    lastSeenAt: now,
    expiresAt: row.token_expires_at,
    absoluteExpiresAt: row.token_expires_at,
    ip,
  };
}

function toAccount(row: Found): AccountRow {
  return {
    id: row.id,
    email: row.email,
    username: row.username,
    displayName: row.display_name,
    status: row.status,
    systemRole: row.system_role,
    locale: row.locale,
    timeZone: row.time_zone,
    lastWorkspaceId: row.last_workspace_id,
    deletionDueAt: null,
    createdAt: row.created_at,
  };
}
