import { hashToken, isToken, newToken } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { readOrigin } from "../sessions/read-origin.ts";

/** The device that signs in, as the account knows it. */
export interface MetDevice {
  id: string;
  /** False where the account had signed in from it before. */
  isNew: boolean;
  /** For the browser's device cookie; null where it has one already. */
  newToken: string | null;
  earlier: EarlierEntries;
}

/** What is known of how the account was entered before this time. */
export interface EarlierEntries {
  /** The last one; null where this is the first. */
  last: { at: Date; ip: string | null; city: string | null; country: string | null } | null;
  /** Whether it was entered from the country that this request comes from; true where that is not known. */
  knowsCountry: boolean;
}

type Row = {
  id: string;
  at: Date | null;
  ip: string | null;
  city: string | null;
  country: string | null;
  knows_country: boolean | null;
};

/**
 * Notes that the account signs in from this browser, and says how it was entered before: both by one statement, whose
 * reading does not see its writing. The caller holds the account's row lock.
 */
export async function meetDevice(tx: Tx, ctx: RequestContext, accountId: string): Promise<MetDevice> {
  const { random, clock } = ctx.services;
  const now = clock.now();
  const presented = presentedToken(ctx);
  const token = presented ?? newToken((size) => random.bytes(size));
  const { browser, os, device, ip, city, country: here } = readOrigin(ctx);
  const id = random.uuid();
  const [row] = await tx.$queryRaw<Row[]>`WITH earlier AS (
      SELECT last_seen_at AS at, ip, city, country,
        bool_or(${here}::text IS NULL OR country = ${here} OR ${here} = ANY(countries)) OVER () AS knows_country
      FROM known_device WHERE account_id = ${accountId}::uuid ORDER BY last_seen_at DESC, id DESC LIMIT 1
    ), met AS (
      INSERT INTO known_device AS d (id, account_id, token_hash, browser, os, device, ip, city, country, first_seen_at,
        last_seen_at, countries)
      VALUES (${id}::uuid, ${accountId}::uuid, ${hashToken(token)}, ${browser}, ${os}, ${device}, ${ip}, ${city},
        ${here}, ${now}, ${now}, ${here ? [here] : []})
      ON CONFLICT (account_id, token_hash) DO UPDATE SET browser = excluded.browser, os = excluded.os,
        device = excluded.device, ip = excluded.ip, city = excluded.city, country = excluded.country,
        last_seen_at = greatest(d.last_seen_at, excluded.last_seen_at),
        countries = CASE WHEN excluded.countries <@ d.countries THEN d.countries
          ELSE d.countries || excluded.countries END
      RETURNING d.id
    )
    SELECT met.id::text AS id, e.at, e.ip, e.city, e.country, e.knows_country FROM met LEFT JOIN earlier e ON true`;
  const known = row?.id ?? id;
  return { id: known, isNew: known === id, newToken: presented ? null : token, earlier: toEarlier(row) };
}

function toEarlier(row: Row | undefined): EarlierEntries {
  if (!row?.at) return { last: null, knowsCountry: true };
  const { at, ip, city, country, knows_country: knowsCountry } = row;
  return { last: { at, ip, city, country }, knowsCountry: knowsCountry ?? true };
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
