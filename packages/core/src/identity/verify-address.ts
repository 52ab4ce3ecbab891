import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { voidLinks } from "./issue-link.ts";
import type { LockedAccount } from "./records.ts";

/** Writes that the account's address is proven: PENDING becomes ACTIVE, and no verification link stays open. */
export async function verifyAddress(tx: Tx, ctx: RequestContext, account: LockedAccount): Promise<void> {
  const now = ctx.services.clock.now();
  await tx.$executeRaw`UPDATE account SET updated_at = ${now}, email_verified_at = coalesce(email_verified_at, ${now}),
      status = CASE WHEN status = 'PENDING' THEN 'ACTIVE' ELSE status END
    WHERE id = ${account.id}::uuid`;
  await voidLinks(tx, { purpose: "EMAIL_VERIFICATION", accountId: account.id });
}
