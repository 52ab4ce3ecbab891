import type { Connection, ProviderChoice } from "@pronaflow/contract/outputs/providers";
import type { RequestContext, UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";
import { partyOf } from "../passkeys/records.ts";
import { nameOf } from "./unlink-provider.ts";

/** The providers that are configured, in the order of their buttons; no round trip. */
export function listProviders(ctx: RequestContext): ProviderChoice[] {
  return [...ctx.services.providers.values()].map(({ key, name }) => ({ key, name }));
}

type Listed = {
  id: string;
  provider: string;
  email: string | null;
  name: string | null;
  linked_at: Date;
  last_used_at: Date | null;
  other_ways: number;
};

/** One's own connections, the oldest first, and the providers that could be added; one round trip. Never a subject. */
export async function listConnections(
  ctx: UserContext,
): Promise<{ connections: Connection[]; available: ProviderChoice[] }> {
  const { db, providers } = ctx.services;
  const rows = await reading(() =>
    db.hot<Listed>(
      "connection_list",
      `SELECT i.id::text AS id, i.provider, i.email, i.name, i.linked_at, i.last_used_at,
         ((a.password_hash IS NOT NULL AND a.password_disabled_at IS NULL)::integer
           + (SELECT count(*) FROM passkey p WHERE p.account_id = a.id AND (p.rp_id IS NULL OR p.rp_id = $2))
           + (SELECT count(*) FROM linked_identity o WHERE o.account_id = a.id AND o.id <> i.id))::integer AS other_ways
       FROM linked_identity i JOIN account a ON a.id = i.account_id
       WHERE i.account_id = $1 ORDER BY i.linked_at, i.id`,
      [ctx.actor.account.id, partyOf(ctx).id],
    ),
  );
  const linked = new Set(rows.map((row) => row.provider));
  return {
    connections: rows.map((row) => ({
      id: row.id,
      provider: { key: row.provider, name: nameOf(providers, row.provider) },
      email: row.email,
      name: row.name,
      linkedAt: row.linked_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
      isLastWayIn: row.other_ways === 0,
    })),
    available: listProviders(ctx).filter(({ key }) => !linked.has(key)),
  };
}
