import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { readOrigin } from "../sessions/read-origin.ts";

/** What is known of how the account was entered before this time. */
export interface EarlierEntries {
  /** The last one; null where this is the first. */
  last: { at: Date; ip: string | null; city: string | null; country: string | null } | null;
  /** Whether it was entered from the country that this request comes from; true where that is not known. */
  knowsCountry: boolean;
}

type Row = { at: Date; ip: string | null; city: string | null; country: string | null; knows_country: boolean };

/** Reads it from the devices that the account knows; before the present one is remembered, under the account's lock. */
export async function readEarlier(tx: Tx, ctx: RequestContext, accountId: string): Promise<EarlierEntries> {
  const { country: here } = readOrigin(ctx);
  const [row] = await tx.$queryRaw<Row[]>`SELECT last_seen_at AS at, ip, city, country,
      bool_or(${here}::text IS NULL OR country = ${here} OR ${here} = ANY(countries)) OVER () AS knows_country
    FROM known_device WHERE account_id = ${accountId}::uuid ORDER BY last_seen_at DESC, id DESC LIMIT 1`;
  if (!row) return { last: null, knowsCountry: true };
  const { knows_country: knowsCountry, ...last } = row;
  return { last, knowsCountry };
}
