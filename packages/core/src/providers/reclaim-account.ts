import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import type { LockedAccount } from "../identity/records.ts";
import { appendAudit } from "../kernel/audit.ts";
import type { RequestContext } from "../kernel/context.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import type { Newcomer } from "./rules.ts";

/** Everything that whoever registered the address may have left behind to come back by. */
const LEFT_BEHIND = [
  ..."password_history one_time_token totp_factor backup_code passkey passkey_ceremony sign_in_challenge".split(" "),
  ..."credential_guard known_device linked_identity security_notice data_export account_avatar".split(" "),
];

/**
 * Hands an account whose address was never verified to the one who has just proven that address: its password, sessions,
 * links, tokens, factors and passkeys are gone, so that whoever registered it first keeps no way in (spec ID-11).
 * The caller holds the account's row lock.
 */
export async function reclaimAccount(
  tx: Tx,
  ctx: RequestContext,
  account: LockedAccount,
  newcomer: Pick<Newcomer, "email" | "displayName">,
): Promise<void> {
  const now = ctx.services.clock.now();
  const sessionsEnded = await endSessions(tx, account.id);
  for (const table of LEFT_BEHIND) {
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE account_id = ${account.id}::uuid`;
  }
  await tx.$executeRaw`DELETE FROM provider_flow WHERE account_id = ${account.id}::uuid`;
  await tx.$executeRaw`UPDATE personal_access_token SET revoked_at = ${now}
    WHERE account_id = ${account.id}::uuid AND revoked_at IS NULL`;
  await tx.$executeRaw`UPDATE email_change SET undone_at = ${now}
    WHERE account_id = ${account.id}::uuid AND undone_at IS NULL`;
  await tx.$executeRaw`UPDATE account SET status = 'ACTIVE', email_verified_at = ${now}, password_hash = NULL,
      password_changed_at = ${now}, password_disabled_at = NULL, display_name = ${newcomer.displayName},
      email = ${newcomer.email}, suspended_at = NULL, suspended_until = NULL, suspended_reason = NULL, updated_at = ${now}
    WHERE id = ${account.id}::uuid`;
  const change = { target: account.id, by: account.id, before: { status: account.status }, after: { sessionsEnded } };
  await appendAudit(tx, ctx, { action: "account.reclaimed", workspaceId: null, change, isSystem: false });
}
