import type { Tx } from "@pronaflow/db";
import { distrustDevices } from "../devices/distrust-devices.ts";
import { endChallenges } from "../factors/end-challenges.ts";
import { forgetFailures } from "../guard/forgive-failures.ts";
import type { RequestContext } from "../kernel/context.ts";

/** How many passwords back one may not return to, the present one included (spec ID-3). */
export const PASSWORD_HISTORY = 5;

/**
 * Writes a new password, which signs in even where the old one did not any more, and remembers it among the last five.
 * Links that could set another one are void from here on, so are sign-ins between their two steps, and no device is
 * trusted any more. Failures with the old one are forgotten.
 */
export async function setPassword(tx: Tx, ctx: RequestContext, accountId: string, hash: string): Promise<void> {
  const now = ctx.services.clock.now();
  await tx.$executeRaw`UPDATE account SET password_hash = ${hash}, password_changed_at = ${now},
      password_disabled_at = NULL, updated_at = ${now}
    WHERE id = ${accountId}::uuid`;
  await rememberPassword(tx, ctx, accountId, hash);
  await tx.$executeRaw`DELETE FROM one_time_token
    WHERE account_id = ${accountId}::uuid AND purpose = 'PASSWORD_RESET' AND used_at IS NULL`;
  await forgetFailures(tx, accountId);
  await endChallenges(tx, accountId);
  await distrustDevices(tx, accountId);
}

/** Adds a hash to the history and forgets what is older than the last five. */
export async function rememberPassword(tx: Tx, ctx: RequestContext, accountId: string, hash: string): Promise<void> {
  const { random, clock } = ctx.services;
  await tx.$executeRaw`INSERT INTO password_history (id, account_id, hash, created_at)
    VALUES (${random.uuid()}::uuid, ${accountId}::uuid, ${hash}, ${clock.now()})`;
  await tx.$executeRaw`DELETE FROM password_history WHERE id IN (
    SELECT id FROM password_history WHERE account_id = ${accountId}::uuid
    ORDER BY created_at DESC, id DESC OFFSET ${PASSWORD_HISTORY})`;
}

/** Writes the same password under a stronger cost, in its place and in the history. */
export async function replaceHash(tx: Tx, accountId: string, from: string, to: string): Promise<void> {
  await tx.$executeRaw`UPDATE account SET password_hash = ${to} WHERE id = ${accountId}::uuid AND password_hash = ${from}`;
  await tx.$executeRaw`UPDATE password_history SET hash = ${to} WHERE account_id = ${accountId}::uuid AND hash = ${from}`;
}
