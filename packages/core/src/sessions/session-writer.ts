import type { SessionOrigin, SessionWriter } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";

/** Live sessions of one account, over both audiences (spec ID-8). */
export const MAX_SESSIONS = 5;

/** A session that made room for a newer one. */
export type EvictedSession = SessionOrigin & { id: string; lastSeenAt: Date };

type Evicted = SessionOrigin & { id: string; last_seen_at: Date };

/**
 * Sessions as a command writes them, in its own transaction. `insert` makes room first: of the live sessions it leaves
 * the newest four and hands the others to `onEvicted`. The caller holds the account's row lock, so that the count holds
 * under any number of sign-ins at once.
 */
export function sessionWriter(tx: Tx, onEvicted: (evicted: EvictedSession[]) => void = () => {}): SessionWriter {
  return {
    async insert(row) {
      const evicted = await tx.$queryRaw<Evicted[]>`
        WITH live AS (
          SELECT id, row_number() OVER (ORDER BY created_at DESC, id DESC) AS place FROM session
          WHERE account_id = ${row.accountId}::uuid AND expires_at > ${row.createdAt}
        ), inserted AS (
          INSERT INTO session (id, token_hash, account_id, audience, assurance, proved_at, created_at,
            last_seen_at, expires_at, absolute_expires_at, browser, os, device, ip, city, country)
          VALUES (${row.id}::uuid, ${row.tokenHash}, ${row.accountId}::uuid, ${row.audience.toUpperCase()}::"Audience",
            ${row.assurance}, ${row.provedAt}, ${row.createdAt}, ${row.lastSeenAt}, ${row.expiresAt},
            ${row.absoluteExpiresAt}, ${row.browser}, ${row.os}, ${row.device}, ${row.ip}, ${row.city}, ${row.country})
        )
        DELETE FROM session s USING live WHERE s.id = live.id AND live.place >= ${MAX_SESSIONS}
        RETURNING s.id::text AS id, s.browser, s.os, s.device, s.ip, s.city, s.country, s.last_seen_at`;
      onEvicted(evicted.map(({ last_seen_at: lastSeenAt, ...origin }) => ({ ...origin, lastSeenAt })));
    },
    async replaceToken(id, from, to) {
      const replaced =
        await tx.$executeRaw`UPDATE session SET token_hash = ${to.tokenHash}, last_seen_at = ${to.lastSeenAt},
          expires_at = ${to.expiresAt}, proved_at = ${to.provedAt}, assurance = ${to.assurance}
        WHERE id = ${id}::uuid AND token_hash = ${from}`;
      return replaced === 1;
    },
  };
}
