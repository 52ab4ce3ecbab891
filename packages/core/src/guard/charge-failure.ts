import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { budgetOf } from "./records.ts";
import type { GuardKind } from "./rules.ts";
import { DISABLING_FAILURES, LOCK_FAILURES, LOCK_SECONDS, LOCK_WINDOW_SECONDS } from "./rules.ts";

/** What one failure led to. */
export interface Charged {
  /** Whether this very failure made the lock: whoever sees true tells the owner. */
  locked: boolean;
  lockedUntil: Date | null;
  /** Whether this very failure took the password away until it is reset. */
  disabled: boolean;
}

type Row = { locked_until: Date | null; in_row: number };

/**
 * Counts one failure on the budget of the device it came from; the fifth within ten minutes locks it for fifteen. While
 * it is locked nothing is counted, so that a lock does not stretch. The caller holds the account's row lock.
 */
export async function chargeFailure(tx: Tx, ctx: RequestContext, accountId: string, kind: GuardKind): Promise<Charged> {
  const now = ctx.services.clock.now();
  const windowStart = new Date(now.getTime() - LOCK_WINDOW_SECONDS * 1000);
  const until = new Date(now.getTime() + LOCK_SECONDS * 1000);
  const [row] = await tx.$queryRaw<Row[]>`INSERT INTO credential_guard AS g
      (account_id, kind, device_id, failed_at, in_row, locked_until)
    VALUES (${accountId}::uuid, ${kind}::"GuardKind", ${budgetOf(ctx, accountId)}, ARRAY[${now}]::timestamptz[], 1, NULL)
    ON CONFLICT (account_id, kind, device_id) DO UPDATE SET in_row = g.in_row + 1,
      failed_at = ARRAY(SELECT f FROM unnest(g.failed_at || excluded.failed_at) f WHERE f > ${windowStart}
        ORDER BY f DESC LIMIT ${LOCK_FAILURES}),
      locked_until = CASE WHEN (SELECT count(*) FROM unnest(g.failed_at) f WHERE f > ${windowStart}) + 1 >= ${LOCK_FAILURES}
        THEN ${until}::timestamptz END
      WHERE g.locked_until IS NULL OR g.locked_until <= ${now}
    RETURNING locked_until, (in_row + (SELECT coalesce(sum(o.in_row), 0) FROM credential_guard o
      WHERE o.account_id = g.account_id AND o.kind = g.kind AND o.device_id <> g.device_id))::int AS in_row`;
  if (!row) return { locked: false, lockedUntil: null, disabled: false };
  const isOver = kind === "PASSWORD" && row.in_row >= DISABLING_FAILURES;
  const disabled = isOver && (await disablePassword(tx, accountId, now));
  return { locked: row.locked_until !== null, lockedUntil: row.locked_until, disabled };
}

async function disablePassword(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const disabled = await tx.$executeRaw`UPDATE account SET password_disabled_at = ${now}, updated_at = ${now}
    WHERE id = ${accountId}::uuid AND password_disabled_at IS NULL`;
  return disabled === 1;
}
