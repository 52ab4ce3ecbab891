import type { BackupCodesLeft, MfaStatus } from "@pronaflow/contract/outputs/factors";
import type { RequestContext, UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";
import { partyOf } from "../passkeys/records.ts";
import { methodsOf } from "./records.ts";
import { CHALLENGE_FAILURES, isLow } from "./rules.ts";

type Held = { since: Date | null; remaining: number; has_passkey: boolean };

/** Whether one's own second step is on, since when, and what is left of it; one round trip. Never a key or a code. */
export async function getMfaStatus(ctx: UserContext): Promise<MfaStatus> {
  const { since, remaining, has_passkey: hasPasskey } = await readHeld(ctx);
  return {
    enabled: since !== null,
    since: since?.toISOString() ?? null,
    backupCodesRemaining: remaining,
    backupCodesLow: since !== null && isLow(remaining),
    methods: methodsOf({ hasTotp: since !== null, hasPasskey, hasBackup: remaining > 0 }),
  };
}

/** How many of one's own backup codes are unused; one round trip. */
export async function countBackupCodes(ctx: UserContext): Promise<BackupCodesLeft> {
  const { since, remaining } = await readHeld(ctx);
  return { remaining, isLow: since !== null && isLow(remaining) };
}

/** The account whose sign-in waits behind a challenge of this app; null where it has ended. */
export async function findChallenge(
  ctx: RequestContext,
  tokenHash: Buffer<ArrayBuffer>,
): Promise<{ accountId: string } | null> {
  const { db, clock, audience } = ctx.services;
  const [found] = await reading(() =>
    db.hot<{ account_id: string }>(
      "open_challenge",
      `SELECT account_id FROM sign_in_challenge WHERE token_hash = $1 AND audience = $2::"Audience"
         AND used_at IS NULL AND expires_at > $3 AND failures < $4`,
      [tokenHash, audience.toUpperCase(), clock.now(), CHALLENGE_FAILURES],
    ),
  );
  return found ? { accountId: found.account_id } : null;
}

async function readHeld(ctx: UserContext): Promise<Held> {
  const { id } = ctx.actor.account;
  const [held] = await reading(() =>
    ctx.services.db.hot<Held>(
      "factors_held",
      `SELECT (SELECT confirmed_at FROM totp_factor WHERE account_id = $1) AS since,
         (SELECT count(*)::int FROM backup_code WHERE account_id = $1 AND used_at IS NULL) AS remaining,
         EXISTS (SELECT 1 FROM passkey WHERE account_id = $1 AND (rp_id IS NULL OR rp_id = $2)) AS has_passkey`,
      [id, partyOf(ctx).id],
    ),
  );
  return held ?? { since: null, remaining: 0, has_passkey: false };
}
