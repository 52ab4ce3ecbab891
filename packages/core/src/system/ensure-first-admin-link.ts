import { hashToken, newToken } from "@pronaflow/auth";
import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";
import { lockFirstAdmin } from "./lock-first-admin.ts";
import { FIRST_ADMIN_TTL_MS } from "./rules.ts";

/**
 * The one-time link that makes the first admin, good for 24 hours; each call replaces the one before. Null as soon as
 * a SUPERADMIN exists. The token is handed out here and never again: print it where the operator reads, log it nowhere.
 */
export async function ensureFirstAdminLink(services: Services): Promise<string | null> {
  const { clock, random, env } = services;
  const now = clock.now();
  const token = newToken((length) => random.bytes(length));
  const isMade = await transact(services, { system: true }, async (tx) => {
    if (await lockFirstAdmin(tx)) return false;
    await tx.$executeRaw`DELETE FROM one_time_token WHERE purpose = 'FIRST_ADMIN' AND used_at IS NULL`;
    await tx.$executeRaw`INSERT INTO one_time_token (id, purpose, token_hash, created_at, expires_at)
      VALUES (${random.uuid()}::uuid, 'FIRST_ADMIN', ${hashToken(token)}, ${now}::timestamptz,
        ${new Date(now.getTime() + FIRST_ADMIN_TTL_MS)}::timestamptz)`;
    return true;
  });
  return isMade ? `${env.ADMIN_URL}/setup#token=${token}` : null;
}
