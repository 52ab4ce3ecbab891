import { describeDevice } from "@pronaflow/auth";
import type { AttemptKind } from "@pronaflow/contract";
import { isProductError } from "@pronaflow/contract";
import type { RequestContext } from "./context.ts";

/** What a command learns about a try while it runs: whom it was about, and what was typed. */
export interface Attempt {
  accountId: string | null;
  identifier: string | null;
  /** Where success is not the whole story: `second_factor_required`. */
  outcome?: string;
}

/**
 * Records how a try at proving oneself ended, on a connection of its own after the transaction is over, so that it
 * outlives a rollback. A ledger that cannot be written does not change the answer; it is said in the log.
 */
export async function recordAttempt(
  ctx: RequestContext,
  kind: AttemptKind,
  attempt: Attempt,
  error: unknown,
): Promise<void> {
  const { db, random, clock, keys, audience, log } = ctx.services;
  const outcome = error === null ? (attempt.outcome ?? "succeeded") : outcomeOf(error);
  const { browser, os } = describeDevice(ctx.userAgent ?? "");
  const identifierHash = attempt.identifier ? keys.mac("attempt-identifier", attempt.identifier) : null;
  try {
    await db.hot(
      "record_attempt",
      `INSERT INTO auth_attempt (id, at, kind, outcome, account_id, identifier_hash, audience, ip, browser, os, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7::"Audience", $8, $9, $10, $11)`,
      [
        random.uuid(),
        clock.now(),
        kind,
        outcome,
        attempt.accountId,
        identifierHash,
        audience.toUpperCase(),
        ctx.ip,
        browser,
        os,
        ctx.requestId,
      ],
    );
  } catch {
    log.error("attempt not recorded", { kind, outcome, requestId: ctx.requestId });
  }
}

function outcomeOf(error: unknown): string {
  return isProductError(error) ? error.code.toLowerCase() : "error";
}
