import { relyingPartyOf } from "@pronaflow/auth";
import { Prisma } from "@pronaflow/db";
import type { Services } from "../kernel/services.ts";

/**
 * Whether an account can prove itself a second time in the user app, as a condition: by an authenticator app, or by a
 * passkey that answers there. `account` is SQL for its id, never a caller's text.
 */
export function hasSecondFactor({ env }: Services, account: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM totp_factor t WHERE t.account_id = ${account} AND t.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM passkey k WHERE k.account_id = ${account}
      AND (k.rp_id IS NULL OR k.rp_id = ${relyingPartyOf(env.APP_URL).id})))`;
}
