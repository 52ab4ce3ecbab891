import type { SessionOrigin } from "@pronaflow/auth";
import { hashToken } from "@pronaflow/auth";
import type { TrustedDevice } from "@pronaflow/contract/outputs/factors";
import type { UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

type Listed = SessionOrigin & {
  id: string;
  current: boolean;
  first_seen_at: Date;
  last_seen_at: Date;
  trusted_until: Date;
};

/** One's own devices that are spared the second step, the one last used first; one round trip. Never a token. */
export async function listTrustedDevices(ctx: UserContext): Promise<TrustedDevice[]> {
  const { db, clock } = ctx.services;
  const presented = ctx.deviceToken ? hashToken(ctx.deviceToken) : null;
  const rows = await reading(() =>
    db.hot<Listed>(
      "trusted_devices",
      `SELECT id, browser, os, device, ip, city, country, first_seen_at, last_seen_at, trusted_until,
         (token_hash = $3) IS TRUE AS current
       FROM known_device WHERE account_id = $1 AND trusted_until > $2 ORDER BY last_seen_at DESC, id LIMIT 100`,
      [ctx.actor.account.id, clock.now(), presented],
    ),
  );
  return rows.map(({ first_seen_at, last_seen_at, trusted_until, ...row }) => ({
    ...row,
    firstSeenAt: first_seen_at.toISOString(),
    lastSeenAt: last_seen_at.toISOString(),
    trustedUntil: trusted_until.toISOString(),
  }));
}
