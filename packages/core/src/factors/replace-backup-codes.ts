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
  await tx.backupCode.createMany({
    data: made.stored.map((code) => ({ ...code, id: random.uuid(), accountId, createdAt: clock.now() })),
  });
  return replaced;
}
