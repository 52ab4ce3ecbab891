import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Spent and run-out links are kept for a day, to tell a used one from an unknown one in the ledger. */
const TOKEN_KEPT_MS = DAY_MS;
const ATTEMPTS_KEPT_MS = 90 * DAY_MS;
const MAILS_KEPT_MS = 90 * DAY_MS;
/** Rows a statement deletes at most, so that none holds its locks for long. */
const CHUNK = 5_000;

const SWEEPS = [
  { name: "sweep_sessions", table: "session", column: "expires_at", keptMs: 0, extra: "" },
  { name: "sweep_tokens", table: "one_time_token", column: "expires_at", keptMs: TOKEN_KEPT_MS, extra: "" },
  { name: "sweep_limits", table: "rate_limit", column: "tat", keptMs: 0, extra: "" },
  { name: "sweep_attempts", table: "auth_attempt", column: "at", keptMs: ATTEMPTS_KEPT_MS, extra: "" },
  {
    name: "sweep_mails",
    table: "mail_outbox",
    column: "created_at",
    keptMs: MAILS_KEPT_MS,
    extra: "AND state <> 'QUEUED'",
  },
] as const;

/** Deletes what has run out: sessions, links, empty buckets, old attempts and old mails, in chunks. */
export async function sweepRetention(services: Services): Promise<void> {
  for (const { name, table, column, keptMs, extra } of SWEEPS) {
    const before = new Date(services.clock.now().getTime() - keptMs);
    for (;;) {
      const [swept] = await reading(() =>
        services.db.hot<{ rows: number }>(
          name,
          `WITH gone AS (DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
             SELECT ctid FROM ${table} WHERE ${column} <= $1 ${extra} LIMIT ${CHUNK})) RETURNING 1)
           SELECT count(*)::integer AS rows FROM gone`,
          [before],
        ),
      );
      if ((swept?.rows ?? 0) < CHUNK) break;
    }
  }
}
