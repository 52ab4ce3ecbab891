import { matchesPassword } from "../identity/hash-password.ts";
import type { RequestContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";
import { prefixOf } from "./make-backup-codes.ts";

/** A second factor as it was given: exactly one of the two. */
export interface GivenFactor {
  code?: string | undefined;
  backupCode?: string | undefined;
}

/** The same, as far as it can be judged before the transaction. */
export type ExaminedFactor = { kind: "totp"; code: string } | { kind: "backup_code"; id: string | null };

/**
 * The slow half of judging a second factor: one hash for a backup code, whether there is such a row or not; nothing for
 * an app's code. `spendFactor` decides.
 * @throws BUSY where too many wait for the hasher.
 */
export async function examineFactor(
  ctx: RequestContext,
  accountId: string | null,
  { code, backupCode }: GivenFactor,
): Promise<ExaminedFactor> {
  if (backupCode === undefined) return { kind: "totp", code: code ?? "" };
  const row = accountId ? await readCode(ctx, accountId, prefixOf(backupCode)) : null;
  const isRight = await matchesPassword(ctx.services, row?.hash ?? null, backupCode);
  return { kind: "backup_code", id: row && isRight ? row.id : null };
}

async function readCode(ctx: RequestContext, accountId: string, prefix: string) {
  const [row] = await reading(() =>
    ctx.services.db.hot<{ id: string; hash: string }>(
      "backup_code_by_prefix",
      "SELECT id, hash FROM backup_code WHERE account_id = $1 AND prefix = $2 AND used_at IS NULL",
      [accountId, prefix],
    ),
  );
  return row ?? null;
}
