import type { KnownPasskey, RelyingParty } from "@pronaflow/auth";
import { relyingPartyOf } from "@pronaflow/auth";
import type { Passkey } from "@pronaflow/contract/outputs/passkeys";
import type { RequestContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

/** A passkey as it is judged. */
export interface StoredPasskey {
  id: string;
  accountId: string;
  publicKey: Uint8Array;
}

/** A passkey as its owner sees it, as it comes from the database. */
export interface PasskeyRow {
  id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
  is_backed_up: boolean;
  rp_id: string | null;
}

/** The app that asks: the user app by APP_URL, the console by ADMIN_URL, never by the request. */
export function partyOf({ services }: RequestContext): RelyingParty {
  return relyingPartyOf(services.audience === "web" ? services.env.APP_URL : services.env.ADMIN_URL);
}

/** The passkey of a credential id, whosever it is; one round trip. */
export async function getPasskey(ctx: RequestContext, credentialId: Buffer): Promise<StoredPasskey | null> {
  const [row] = await reading(() =>
    ctx.services.db.hot<{ id: string; account_id: string; public_key: Buffer }>(
      "passkey_by_credential",
      "SELECT id, account_id, public_key FROM passkey WHERE credential_id = $1",
      [credentialId],
    ),
  );
  return row ? { id: row.id, accountId: row.account_id, publicKey: row.public_key } : null;
}

/** The passkeys of an account that answer in this app, as its browser is told of them; one round trip. */
export async function listKnown(ctx: RequestContext, accountId: string): Promise<KnownPasskey[]> {
  const rows = await reading(() =>
    ctx.services.db.hot<{ credential_id: Buffer; transports: string[] }>(
      "known_passkeys",
      `SELECT credential_id, transports FROM passkey WHERE account_id = $1 AND (rp_id IS NULL OR rp_id = $2)
       ORDER BY created_at, id`,
      [accountId, partyOf(ctx).id],
    ),
  );
  return rows.map(({ credential_id: credentialId, transports }) => ({ credentialId, transports }));
}

/** How many an account has, for whatever app they were made. */
export async function countPasskeys(ctx: RequestContext, accountId: string): Promise<number> {
  const [held] = await reading(() =>
    ctx.services.db.hot<{ count: number }>(
      "passkey_count",
      "SELECT count(*)::integer AS count FROM passkey WHERE account_id = $1",
      [accountId],
    ),
  );
  return held?.count ?? 0;
}

export function toPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    isSynced: row.is_backed_up,
    host: row.rp_id,
  };
}
