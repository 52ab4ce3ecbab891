import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";

/** How long an account may wait for its address to be verified. */
export const PENDING_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Accounts that were never verified in time, oldest first, a hundred at most. */
export async function listExpiredPending(services: Services): Promise<string[]> {
  const before = new Date(services.clock.now().getTime() - PENDING_KEPT_MS);
  const rows = await reading(() =>
    services.db.hot<{ id: string }>(
      "expired_pending",
      "SELECT id::text AS id FROM account WHERE status = 'PENDING' AND created_at <= $1 ORDER BY created_at LIMIT 100",
      [before],
    ),
  );
  return rows.map(({ id }) => id);
}
