import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import type { Tx } from "@pronaflow/db";

const SHOWN = 25;

type Dated<Row, Column extends string> = Row extends object ? Row & Record<Column, Date> : never;
type SessionRow = Dated<
  Omit<AccountDetail["sessions"][number], "createdAt" | "lastSeenAt">,
  "created_at" | "last_seen_at"
>;
type AttemptRow = Dated<Omit<AccountDetail["attempts"][number], "at">, "at">;

type Surroundings = Pick<AccountDetail, "waysIn" | "sessions" | "attempts" | "workspaces">;

/** What hangs on an account, as far as its page in the console shows it. */
export async function readAccount(tx: Tx, id: string, now: Date): Promise<Surroundings> {
  return {
    waysIn: await readWaysIn(tx, id, now),
    sessions: await listAccountSessions(tx, id, now),
    attempts: await listAccountAttempts(tx, id),
    workspaces: await listAccountPlaces(tx, id),
  };
}

/** How an account can be proven to be somebody's: counts and kinds, nothing that opens it. */
async function readWaysIn(tx: Tx, id: string, now: Date): Promise<AccountDetail["waysIn"]> {
  const [row] = await tx.$queryRaw<AccountDetail["waysIn"][]>`SELECT
      a.password_hash IS NOT NULL AND a.password_disabled_at IS NULL AS password,
      EXISTS (SELECT FROM totp_factor t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL) AS totp,
      (SELECT count(*)::integer FROM passkey p WHERE p.account_id = a.id) AS passkeys,
      (SELECT count(*)::integer FROM backup_code b WHERE b.account_id = a.id AND b.used_at IS NULL) AS "backupCodes",
      ARRAY(SELECT l.provider FROM linked_identity l WHERE l.account_id = a.id ORDER BY l.provider) AS providers,
      (SELECT count(*)::integer FROM personal_access_token k
       WHERE k.account_id = a.id AND k.revoked_at IS NULL AND k.expires_at > ${now}) AS tokens,
      (SELECT count(*)::integer FROM known_device d WHERE d.account_id = a.id AND d.trusted_until > ${now})
        AS "trustedDevices"
    FROM account a WHERE a.id = ${id}::uuid`;
  return (
    row ?? { password: false, totp: false, passkeys: 0, backupCodes: 0, providers: [], tokens: 0, trustedDevices: 0 }
  );
}

/** Its live sessions in both apps, the one last used first. Never a token. */
async function listAccountSessions(tx: Tx, id: string, now: Date): Promise<AccountDetail["sessions"]> {
  const rows = await tx.$queryRaw<SessionRow[]>`SELECT id::text AS id, audience::text AS app, browser, os, ip, city,
      country, assurance, created_at, last_seen_at
    FROM session WHERE account_id = ${id}::uuid AND expires_at > ${now} AND absolute_expires_at > ${now}
    ORDER BY last_seen_at DESC, id LIMIT ${SHOWN}`;
  return rows.map(({ created_at: createdAt, last_seen_at: lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}

/** The latest tries at proving to be its owner, with what came of them. */
async function listAccountAttempts(tx: Tx, id: string): Promise<AccountDetail["attempts"]> {
  const rows = await tx.$queryRaw<AttemptRow[]>`SELECT id::text AS id, at, kind, outcome, audience::text AS app, ip,
      browser, os
    FROM auth_attempt WHERE account_id = ${id}::uuid ORDER BY at DESC, id DESC LIMIT ${SHOWN}`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** Where it is a member, and as what: the names, nothing that lies in there. */
async function listAccountPlaces(tx: Tx, id: string): Promise<AccountDetail["workspaces"]> {
  return await tx.$queryRaw<AccountDetail["workspaces"]>`SELECT w.id::text AS id, w.name, w.slug, m.role::text AS role,
      m.state = 'ACTIVE' AS "isActive", w.deleted_at IS NOT NULL AS "isDeleted"
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = ${id}::uuid ORDER BY m.role, w.name, w.id LIMIT 100`;
}
