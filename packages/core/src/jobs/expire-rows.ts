import type { Services } from "../kernel/services.ts";

const CHUNK = 1_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long tries at signing in are kept, and what is said of a mail once it is sent or given up. */
const KEPT_MS = 90 * DAY_MS;

/** What has no use once its time is over: where it lies, and when it is over ($1 = that instant). */
const SPENT = [
  { table: "session", isOver: "(t.expires_at <= $1 OR t.absolute_expires_at <= $1)", keptMs: 0 },
  { table: "one_time_token", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "passkey_ceremony", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "sign_in_challenge", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "idempotency_key", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "security_notice", isOver: "t.expires_at <= $1", keptMs: KEPT_MS },
  { table: "provider_flow", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "data_export", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "rate_limit", isOver: "t.tat <= $1", keptMs: 0 },
  { table: "auth_attempt", isOver: "t.at <= $1", keptMs: KEPT_MS },
  { table: "mail_outbox", isOver: "(t.state <> 'QUEUED' AND t.created_at <= $1)", keptMs: KEPT_MS },
] as const;

/** Deletes sessions, one-time links, kept answers and rate buckets that have run out, old attempts and old mails, in chunks. */
export async function expireRows(services: Services): Promise<void> {
  const now = services.clock.now().getTime();
  for (const { table, isOver, keptMs } of SPENT) {
    // The condition stands twice: a session used between the two reads is not over any more.
    const sql = `WITH gone AS (DELETE FROM ${table} t WHERE t.ctid = ANY (ARRAY(SELECT t.ctid FROM ${table} t
        WHERE ${isOver} LIMIT ${CHUNK})) AND ${isOver} RETURNING 1) SELECT count(*)::integer AS gone FROM gone`;
    for (;;) {
      const [found] = await services.db.hot<{ gone: number }>(`expire_${table}`, sql, [new Date(now - keptMs)]);
      if (!found || found.gone < CHUNK) break;
    }
  }
}
