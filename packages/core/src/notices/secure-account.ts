import type { Tx } from "@pronaflow/db";
import { distrustDevices } from "../devices/distrust-devices.ts";
import { endChallenges } from "../factors/end-challenges.ts";
import type { RequestContext } from "../kernel/context.ts";
import { endSessions } from "../sessions/end-sessions.ts";

export interface Secured {
  sessionsEnded: number;
  tokensRevoked: number;
  devicesForgotten: number;
}

/**
 * Shuts every way into an account but its factors and the mailbox: sessions and half-finished sign-ins end, devices are
 * trusted no more, those first seen since then are forgotten, tokens and mailed links are void, and the password opens
 * nothing before its reset. The caller holds the account's row lock.
 */
export async function secureAccount(tx: Tx, ctx: RequestContext, accountId: string, since: Date): Promise<Secured> {
  const now = ctx.services.clock.now();
  await tx.$executeRaw`UPDATE account SET password_disabled_at = coalesce(password_disabled_at, ${now}),
    updated_at = ${now} WHERE id = ${accountId}::uuid`;
  const sessionsEnded = await endSessions(tx, accountId);
  const devicesForgotten = await tx.$executeRaw`DELETE FROM known_device
    WHERE account_id = ${accountId}::uuid AND first_seen_at >= ${since}`;
  await distrustDevices(tx, accountId);
  const tokensRevoked = await tx.$executeRaw`UPDATE personal_access_token SET revoked_at = ${now}
    WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL`;
  await tx.$executeRaw`WITH link AS (DELETE FROM one_time_token WHERE account_id = ${accountId}::uuid AND used_at IS NULL)
    UPDATE email_change SET undone_at = ${now}
    WHERE account_id = ${accountId}::uuid AND confirmed_at IS NULL AND undone_at IS NULL`;
  await endBegun(tx, accountId);
  return { sessionsEnded, tokensRevoked, devicesForgotten };
}

/** What was begun and not finished: a second factor asked for, a way to a provider, a passkey's challenge. */
async function endBegun(tx: Tx, accountId: string): Promise<void> {
  await endChallenges(tx, accountId);
  await tx.$executeRaw`WITH flow AS (DELETE FROM provider_flow WHERE account_id = ${accountId}::uuid)
    DELETE FROM passkey_ceremony WHERE account_id = ${accountId}::uuid`;
}
