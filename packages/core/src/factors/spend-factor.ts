import { findTotpStep } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { chargeFailure } from "../guard/charge-failure.ts";
import { forgiveFailures } from "../guard/forgive-failures.ts";
import { readStanding } from "../guard/read-standing.ts";
import type { Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { ExaminedFactor } from "./examine-factor.ts";
import { openSecret, sealSecret } from "./records.ts";

/** A second factor that was right and is now used up. */
export type SpentFactor = { kind: "totp" } | { kind: "backup_code"; remaining: number };

/**
 * Accepts a second factor once: each time step of the app, each backup code, by one statement. Anything else is a
 * refusal to be returned from `run`, so that the failure is counted: the fifth within ten minutes bars the account's
 * second factors for fifteen, right ones too. The caller holds the account's row lock.
 * @throws RATE_LIMITED while they are barred.
 */
export async function spendFactor(
  tx: Tx,
  ctx: RequestContext,
  accountId: string,
  given: ExaminedFactor,
): Promise<SpentFactor | Refusal> {
  await requireUnbarred(tx, ctx, accountId);
  const spent =
    given.kind === "totp" ? await spendStep(tx, ctx, accountId, given.code) : await spendCode(tx, ctx, given);
  if (!spent) return await refuse(tx, ctx, accountId);
  await forgiveFailures(tx, ctx, accountId, "FACTOR");
  return spent;
}

async function requireUnbarred(tx: Tx, ctx: RequestContext, accountId: string): Promise<void> {
  const { barredUntil } = await readStanding(tx, ctx, accountId, "FACTOR");
  if (!barredUntil) return;
  const milliseconds = barredUntil.getTime() - ctx.services.clock.now().getTime();
  fail("RATE_LIMITED", { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1000)) });
}

async function refuse(tx: Tx, ctx: RequestContext, accountId: string): Promise<Refusal> {
  const { locked, lockedUntil } = await chargeFailure(tx, ctx, accountId, "FACTOR");
  const after = { until: lockedUntil?.toISOString() ?? null, kind: "second_factor" };
  return { refusal: "FACTOR_WRONG", change: locked ? { action: "account.locked", target: accountId, after } : null };
}

type Stored = { secret: string };

async function spendStep(tx: Tx, ctx: RequestContext, accountId: string, code: string): Promise<SpentFactor | null> {
  const [stored] = await tx.$queryRaw<Stored[]>`SELECT secret FROM totp_factor
    WHERE account_id = ${accountId}::uuid AND confirmed_at IS NOT NULL`;
  const secret = stored ? openSecret(ctx, accountId, stored.secret) : null;
  const step = secret ? findTotpStep(secret, code, ctx.services.clock.now()) : null;
  if (!stored || secret === null || step === null) return null;
  // A key sealed by an older secret of the ring is sealed anew while it is open.
  const sealed = ctx.services.keys.isCurrent(stored.secret) ? stored.secret : sealSecret(ctx, accountId, secret);
  const accepted = await tx.$executeRaw`UPDATE totp_factor SET last_step = ${step}, secret = ${sealed}
    WHERE account_id = ${accountId}::uuid AND secret = ${stored.secret} AND (last_step IS NULL OR last_step < ${step})`;
  return accepted === 1 ? { kind: "totp" } : null;
}

async function spendCode(tx: Tx, ctx: RequestContext, given: { id: string | null }): Promise<SpentFactor | null> {
  if (!given.id) return null;
  const [spent] = await tx.$queryRaw<{ remaining: number }[]>`WITH spent AS (
      UPDATE backup_code SET used_at = ${ctx.services.clock.now()}
      WHERE id = ${given.id}::uuid AND used_at IS NULL RETURNING id, account_id)
    SELECT (SELECT count(*)::int FROM backup_code c WHERE c.account_id = spent.account_id AND c.used_at IS NULL
      AND c.id <> spent.id) AS remaining FROM spent`;
  return spent ? { kind: "backup_code", remaining: spent.remaining } : null;
}
