import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { MadeBackupCodes } from "./make-backup-codes.ts";

/** Stores new codes in the place of all older ones. The caller holds the account's row lock. */
export async function replaceBackupCodes(
  tx: Tx,
  ctx: RequestContext,
  accountId: string,
  made: MadeBackupCodes,
): Promise<void> {
  const { random, clock } = ctx.services;
  await tx.$executeRaw`DELETE FROM backup_code WHERE account_id = ${accountId}::uuid`;
  await tx.backupCode.createMany({
    data: made.stored.map((code) => ({ ...code, id: random.uuid(), accountId, createdAt: clock.now() })),
  });
}
