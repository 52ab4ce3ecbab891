import { hashToken, isToken, newToken } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { readOrigin } from "../sessions/read-origin.ts";

/** The device that signs in, as the account knows it. */
export interface RememberedDevice {
  id: string;
  /** False where the account had signed in from it before. */
  isNew: boolean;
  /** For the browser's device cookie; null where it has one already. */
  newToken: string | null;
}

/** Notes that the account signs in from this browser. The caller holds the account's row lock. */
export async function rememberDevice(tx: Tx, ctx: RequestContext, accountId: string): Promise<RememberedDevice> {
  const { random, clock } = ctx.services;
  const now = clock.now();
  const presented = presentedToken(ctx);
  const token = presented ?? newToken((size) => random.bytes(size));
  const { browser, os, device, ip, city, country } = readOrigin(ctx);
  const id = random.uuid();
  const [row] = await tx.$queryRaw<{ id: string }[]>`INSERT INTO known_device AS d (id, account_id, token_hash, browser,
      os, device, ip, city, country, first_seen_at, last_seen_at, countries)
    VALUES (${id}::uuid, ${accountId}::uuid, ${hashToken(token)}, ${browser}, ${os}, ${device}, ${ip}, ${city},
      ${country}, ${now}, ${now}, ${country ? [country] : []})
    ON CONFLICT (account_id, token_hash) DO UPDATE SET browser = excluded.browser, os = excluded.os,
      device = excluded.device, ip = excluded.ip, city = excluded.city, country = excluded.country,
      last_seen_at = greatest(d.last_seen_at, excluded.last_seen_at),
      countries = CASE WHEN excluded.countries <@ d.countries THEN d.countries
        ELSE d.countries || excluded.countries END
    RETURNING d.id::text AS id`;
  const known = row?.id ?? id;
  return { id: known, isNew: known === id, newToken: presented ? null : token };
}

/** Whether the second factor may be left out here: a device that its owner trusts, in the user app (spec ID-6). */
export async function isTrustedDevice(tx: Tx, ctx: RequestContext, accountId: string): Promise<boolean> {
  const presented = presentedToken(ctx);
  if (!presented || ctx.services.audience === "admin") return false;
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM known_device WHERE account_id = ${accountId}::uuid
    AND token_hash = ${hashToken(presented)} AND trusted_until > ${ctx.services.clock.now()}`;
  return rows.length > 0;
}

function presentedToken(ctx: RequestContext): string | null {
  return ctx.deviceToken && isToken(ctx.deviceToken) ? ctx.deviceToken : null;
}
