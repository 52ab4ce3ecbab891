import type { Services } from "../kernel/services.ts";
import { FRESH_MS } from "./rules.ts";

// A mail whose job still waits is not asked for twice: the queue's policy drops the second.
const SWEEP = `SELECT pgboss.enqueue('mail.send', due.id::text, jsonb_build_object('mailId', due.id))::text FROM (
  SELECT id FROM mail_outbox
  WHERE state = 'QUEUED' AND next_attempt_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
    AND (attempts > 0 OR created_at <= $2)
  ORDER BY next_attempt_at LIMIT 500) due`;

/**
 * Asks for every mail that is due and in nobody's hand: those that wait for another try, and those whose job or worker
 * was lost. Safe from any number of workers. Answers with how many it found.
 */
export async function sweepMails(services: Services): Promise<number> {
  const now = services.clock.now();
  const rows = await services.db.hot("mail_sweep", SWEEP, [now, new Date(now.getTime() - FRESH_MS)]);
  return rows.length;
}
