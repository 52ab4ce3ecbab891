import { Prisma } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { partyOf } from "./records.ts";

/** Of the passkeys `k`, those that answer in the app that asks; one whose host is not known may. */
export function usablePasskeys(ctx: RequestContext): Prisma.Sql {
  return Prisma.sql`(k.rp_id IS NULL OR k.rp_id = ${partyOf(ctx).id})`;
}
