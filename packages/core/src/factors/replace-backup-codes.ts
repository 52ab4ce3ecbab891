import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { MadeBackupCodes } from "./make-backup-codes.ts";
import { removeBackupCodes } from "./remove-backup-codes.ts";

/** Stores new codes in the place of all older ones, and gives back the rows of those. The caller holds the account's row lock. */
export async function replaceBackupCodes(
  tx: Tx,
  ctx: RequestContext,
  accountId: string,
  made: MadeBackupCodes,
): Promise<string[]> {
  const { random, clock } = ctx.services;
  const replaced = await removeBackupCodes(tx, accountId);
  const ids = made.stored.map(() => random.uuid());
  const [prefixes, hashes] = [made.stored.map(({ prefix }) => prefix), made.stored.map(({ hash }) => hash)];
  await tx.$executeRaw`INSERT INTO backup_code (id, account_id, prefix, hash, created_at)
    SELECT c.id, ${accountId}::uuid, c.prefix, c.hash, ${clock.now()}
    FROM unnest(${ids}::uuid[], ${prefixes}::text[], ${hashes}::text[]) AS c (id, prefix, hash)`;
  return replaced;
}
