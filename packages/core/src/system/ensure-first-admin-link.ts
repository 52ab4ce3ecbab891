import { hashToken, newToken } from "@pronaflow/auth";
import { lockSuperadmins } from "../admins/lock-superadmins.ts";
import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";

/** The link works for 24 hours; the next start prints a new one and the old one is dead. */
const TTL_MS = 24 * 60 * 60 * 1000;

/** While there is no SUPERADMIN: the address that makes the first one, once. Null from then on. */
export async function ensureFirstAdminLink(services: Services): Promise<string | null> {
  return await transact(services, {}, async (tx) => {
    if ((await lockSuperadmins(tx)).isThereOne) return null;
    const { random, clock, env } = services;
    const now = clock.now();
    const token = newToken((size) => random.bytes(size));
    await tx.$executeRaw`DELETE FROM one_time_token WHERE purpose = 'FIRST_ADMIN' AND used_at IS NULL`;
    await tx.$executeRaw`INSERT INTO one_time_token (id, purpose, token_hash, created_at, expires_at)
      VALUES (${random.uuid()}::uuid, 'FIRST_ADMIN', ${hashToken(token)}, ${now}, ${new Date(now.getTime() + TTL_MS)})`;
    return `${env.ADMIN_URL}/setup#token=${token}`;
  });
}
