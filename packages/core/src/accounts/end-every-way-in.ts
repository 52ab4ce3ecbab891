import type { Tx } from "@pronaflow/db";
import { distrustDevices } from "../devices/distrust-devices.ts";
import { endChallenges } from "../factors/end-challenges.ts";
import { endSessions } from "../sessions/end-sessions.ts";

/**
 * Ends what would open an account, or make it open later: sessions of both apps, sign-ins that wait for their second step, what
 * was begun with providers and passkeys, trust in devices, mailed links. Password, factors and tokens stay: they open nothing while
 * the account is closed, and everything after. Says how many sessions there were. The caller holds the account's row lock.
 */
export async function endEveryWayIn(tx: Tx, accountId: string): Promise<number> {
  await endChallenges(tx, accountId);
  await distrustDevices(tx, accountId);
  await tx.$executeRaw`WITH flow AS (DELETE FROM provider_flow WHERE account_id = ${accountId}::uuid),
      ceremony AS (DELETE FROM passkey_ceremony WHERE account_id = ${accountId}::uuid)
    DELETE FROM one_time_token WHERE account_id = ${accountId}::uuid AND used_at IS NULL`;
  return await endSessions(tx, accountId);
}
