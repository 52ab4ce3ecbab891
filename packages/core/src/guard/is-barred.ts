import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { budgetOf } from "./records.ts";
import type { GuardKind } from "./rules.ts";

/**
 * Whether tries from this device are refused just now, right ones too; `barredUntil` says how long. Asked under the
 * account's row lock, which every failure is counted under: fifty guesses at once are judged as fifty in a row.
 */
export async function isBarred(tx: Tx, ctx: RequestContext, accountId: string, kind: GuardKind): Promise<boolean> {
  return (await barredUntil(tx, ctx, accountId, kind)) !== null;
}

export async function barredUntil(
  tx: Tx,
  ctx: RequestContext,
  accountId: string,
  kind: GuardKind,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ locked_until: Date }[]>`SELECT g.locked_until FROM credential_guard g
    WHERE g.account_id = ${accountId}::uuid AND g.kind = ${kind}::"GuardKind"
      AND g.device_id = ${budgetOf(ctx, accountId)} AND g.locked_until > ${ctx.services.clock.now()}`;
  return row?.locked_until ?? null;
}
