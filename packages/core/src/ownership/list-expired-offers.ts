import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";

/** Offers of ownership whose time is over, oldest first. For the worker. */
export async function listExpiredOffers(services: Services): Promise<string[]> {
  const now = services.clock.now();
  const rows = await transact(
    services,
    { system: true },
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id::text AS id FROM ownership_transfer
      WHERE state = 'PENDING' AND expires_at <= ${now} ORDER BY expires_at, id LIMIT 200`,
  );
  return rows.map(({ id }) => id);
}
