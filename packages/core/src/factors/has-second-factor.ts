import { Prisma } from "@pronaflow/db";
import { usablePasskeys } from "../passkeys/usable-passkeys.ts";

/**
 * Whether an account can prove itself a second time in the app of a host, as a condition: by an authenticator app, or by a
 * passkey that answers there. `account` is SQL for its id, never a caller's text.
 */
export function hasSecondFactor(host: string, account: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM totp_factor t WHERE t.account_id = ${account} AND t.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM passkey k WHERE k.account_id = ${account} AND ${usablePasskeys(host)}))`;
}
