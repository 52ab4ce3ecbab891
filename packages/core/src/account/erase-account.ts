import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";

/** Rows a step deletes: small enough to hold no lock for long. */
const CHUNK = 500;

/** Everything that hangs on an account and goes with it, but for the account and what workspaces keep of it. */
const TABLES = [
  ..."session one_time_token password_history totp_factor backup_code passkey passkey_ceremony sign_in_challenge".split(
    " ",
  ),
  ..."credential_guard known_device linked_identity provider_flow incident security_notice personal_access_token".split(
    " ",
  ),
  ..."email_change data_export account_avatar auth_attempt mail_outbox".split(" "),
];

/**
 * Erases what is stored about a removed account, in chunks, and the personal details of its own audit (the chains stay
 * whole); then strikes it off the list of those to be removed. Cut anywhere, it goes on where it stopped.
 */
export async function eraseAccount(services: Services, accountId: string): Promise<void> {
  for (const table of TABLES) {
    await inChunks(async () => {
      const [found] = await services.db.hot<{ gone: number }>(
        `erase_${table}`,
        `WITH gone AS (DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT t.ctid FROM ${table} t JOIN account a
             ON a.id = t.account_id AND a.status = 'DELETED' WHERE t.account_id = $1 LIMIT ${CHUNK})) RETURNING 1)
         SELECT count(*)::integer AS gone FROM gone`,
        [accountId],
      );
      return found?.gone ?? 0;
    });
  }
  await inChunks(() => eraseDetails(services, accountId));
  await services.db.hot(
    "erase_done",
    "UPDATE account SET deletion_due_at = NULL WHERE id = $1 AND status = 'DELETED'",
    [accountId],
  );
}

async function eraseDetails(services: Services, accountId: string): Promise<number> {
  return await transact(services, { system: true }, async (tx) => {
    const [found] = await tx.$queryRaw<{ erased: number }[]>`
      SELECT erase_account_detail(${accountId}::uuid, ${CHUNK}::integer) AS erased`;
    return found?.erased ?? 0;
  });
}

async function inChunks(step: () => Promise<number>): Promise<void> {
  while ((await step()) >= CHUNK);
}
