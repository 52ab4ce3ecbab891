import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";

/** Accounts whose suspension has run out, and those who are back and own what is marked as ownerless still. */
export async function listEndedSuspensions(services: Services): Promise<string[]> {
  const now = services.clock.now();
  const rows = await transact(
    services,
    { system: true },
    (tx) => tx.$queryRaw<{ id: string }[]>`
      (SELECT id::text AS id FROM account WHERE status = 'SUSPENDED' AND suspended_until <= ${now}
        ORDER BY suspended_until, id LIMIT 100)
      UNION SELECT a.id::text FROM workspace w JOIN membership m ON m.workspace_id = w.id
        JOIN account a ON a.id = m.account_id
      WHERE w.ownerless_at IS NOT NULL AND w.purge_started_at IS NULL AND m.role = 'OWNER' AND m.state = 'ACTIVE'
        AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL`,
  );
  return rows.map(({ id }) => id);
}
