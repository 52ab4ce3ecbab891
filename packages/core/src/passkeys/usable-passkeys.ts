import { Prisma } from "@pronaflow/db";

/** Of the passkeys `k`, those that answer in the app of a host; one whose host is not known may. */
export function usablePasskeys(host: string): Prisma.Sql {
  return Prisma.sql`(k.rp_id IS NULL OR k.rp_id = ${host})`;
}
