import { fail } from "@pronaflow/contract";
import { ProvePasswordInput } from "@pronaflow/contract/inputs/guard";
import { forgiveFailures } from "../guard/forgive-failures.ts";
import { readStanding } from "../guard/read-standing.ts";
import { refusePassword } from "../guard/refuse-password.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import type { StoredPassword } from "./find-password.ts";
import { findPassword } from "./find-password.ts";
import { matchesPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";
import { lockAccount } from "./records.ts";

/**
 * Asks a signed-in person for their password again. Every prompt shares one limit by account, and its failures are
 * counted with those of sign-in; the session itself goes on.
 * @throws CURRENT_PASSWORD_WRONG, RATE_LIMITED also while the password is locked, BUSY.
 */
export async function proveAccount(ctx: UserContext, password: string): Promise<StoredPassword & { hash: string }> {
  return await provePassword(ctx, { password });
}

const provePassword = userCommand({
  action: "account.locked",
  pending: "allowed",
  input: ProvePasswordInput,
  async prepare({ ctx, input }) {
    const { id } = ctx.actor.account;
    await takeRate(ctx, identityRates.proofByAccount, id);
    const stored = await findPassword(ctx, id);
    const isRight = await matchesPassword(ctx.services, stored?.hash ?? null, input.password);
    return { stored, isRight };
  },
  async run({ tx, ctx, prepared: { stored, isRight } }) {
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    const { barredUntil } = await readStanding(tx, ctx, account.id, "PASSWORD");
    if (barredUntil) return fail("RATE_LIMITED", { retryAfterSeconds: secondsUntil(barredUntil, ctx) });
    if (!stored?.hash) return fail("CURRENT_PASSWORD_WRONG");
    if (!isRight) return await refusePassword(tx, ctx, account, "CURRENT_PASSWORD_WRONG");
    await forgiveFailures(tx, ctx, account.id, "PASSWORD");
    return { output: { ...stored, hash: stored.hash }, change: null };
  },
});

function secondsUntil(until: Date, ctx: UserContext): number {
  return Math.max(1, Math.ceil((until.getTime() - ctx.services.clock.now().getTime()) / 1000));
}
