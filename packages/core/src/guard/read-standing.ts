import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { budgetOf } from "./records.ts";
import type { GuardKind } from "./rules.ts";

/** How an account's tries at one kind of secret stand, from the device that asks. */
export interface Standing {
  /** Until when tries from this device are refused, right ones too; null where they are not. */
  barredUntil: Date | null;
  /** Whether any device failed since the last success from it: else there is nothing to forgive. */
  hasFailures: boolean;
}

/**
 * Reads it under the account's row lock, which every failure is counted under: fifty guesses at once are judged as fifty
 * in a row.
 */
export async function readStanding(tx: Tx, ctx: RequestContext, accountId: string, kind: GuardKind): Promise<Standing> {
  const [row] = await tx.$queryRaw<{ barred_until: Date | null; has_failures: boolean }[]>`
    SELECT max(g.locked_until) FILTER (WHERE g.device_id = ${budgetOf(ctx, accountId)}
        AND g.locked_until > ${ctx.services.clock.now()}) AS barred_until, count(*) > 0 AS has_failures
    FROM credential_guard g WHERE g.account_id = ${accountId}::uuid AND g.kind = ${kind}::"GuardKind"`;
  return { barredUntil: row?.barred_until ?? null, hasFailures: row?.has_failures ?? true };
}
