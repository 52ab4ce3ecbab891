import type { Services } from "../kernel/services.ts";

const CHUNK = 1_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long tries at signing in are kept, and what is said of a mail once it is sent or given up. */
const KEPT_MS = 90 * DAY_MS;

/** What has no use once its time is over: where it lies, by which key, and when it is over ($1 = that instant). */
const SPENT = [
  { table: "session", key: "id", isOver: "(t.expires_at <= $1 OR t.absolute_expires_at <= $1)", keptMs: 0 },
  { table: "one_time_token", key: "id", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "security_notice", key: "id", isOver: "t.expires_at <= $1", keptMs: KEPT_MS },
  { table: "provider_flow", key: "id", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "data_export", key: "id", isOver: "t.expires_at <= $1", keptMs: 0 },
  { table: "rate_limit", key: "key", isOver: "t.tat <= $1", keptMs: 0 },
  { table: "auth_attempt", key: "id", isOver: "t.at <= $1", keptMs: KEPT_MS },
  { table: "mail_outbox", key: "id", isOver: "(t.state <> 'QUEUED' AND t.created_at <= $1)", keptMs: KEPT_MS },
] as const;

/** Deletes sessions, one-time links and rate buckets that have run out, old attempts and old mails, in chunks. */
export async function expireRows(services: Services): Promise<void> {
  const now = services.clock.now().getTime();
  for (const { table, key, isOver, keptMs } of SPENT) {
    // The condition stands twice: a session used between the two reads is not over any more.
    const sql = `WITH gone AS (DELETE FROM ${table} t WHERE t.${key} IN (SELECT t.${key} FROM ${table} t
        WHERE ${isOver} LIMIT ${CHUNK}) AND ${isOver} RETURNING 1) SELECT count(*)::integer AS gone FROM gone`;
    for (;;) {
      const [found] = await services.db.hot<{ gone: number }>(`expire_${table}`, sql, [new Date(now - keptMs)]);
      if (!found || found.gone < CHUNK) break;
    }
  }
}
