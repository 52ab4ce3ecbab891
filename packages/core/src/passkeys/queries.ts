import type { Passkeys } from "@pronaflow/contract/outputs/passkeys";
import type { UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";
import type { PasskeyRow } from "./records.ts";
import { partyOf, toPasskey } from "./records.ts";
import { MAX_PASSKEYS } from "./rules.ts";

/** One's own passkeys, the newest first; one round trip. */
export async function listPasskeys(ctx: UserContext): Promise<Passkeys> {
  const rows = await reading(() =>
    ctx.services.db.hot<PasskeyRow>(
      "own_passkeys",
      `SELECT id, name, created_at, last_used_at, is_backed_up, rp_id FROM passkey WHERE account_id = $1
       ORDER BY created_at DESC, id DESC`,
      [ctx.actor.account.id],
    ),
  );
  return { passkeys: rows.map(toPasskey), limit: MAX_PASSKEYS, host: partyOf(ctx).id };
}
