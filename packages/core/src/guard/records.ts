import { hashToken } from "@pronaflow/auth";
import { Prisma } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";

const EVERY_OTHER_DEVICE = "00000000-0000-0000-0000-000000000000";

/**
 * SQL for the device whose budget a try is on: the one it comes from where the account has signed in from it before,
 * else the nil id, which all others share. So nobody's failures elsewhere lock the owner's own device.
 */
export function budgetOf(ctx: RequestContext, accountId: string): Prisma.Sql {
  const presented = ctx.deviceToken ? hashToken(ctx.deviceToken) : null;
  return Prisma.sql`coalesce((SELECT d.id FROM known_device d
    WHERE d.account_id = ${accountId}::uuid AND d.token_hash = ${presented}), ${EVERY_OTHER_DEVICE}::uuid)`;
}
