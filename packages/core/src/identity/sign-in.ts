import { fail, ProductError } from "@pronaflow/contract";
import { LoginInput } from "@pronaflow/contract/inputs/identity";
import type { Attempt } from "../kernel/attempts.ts";
import { recordAttempt } from "../kernel/attempts.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { admitAccount } from "./admit-account.ts";
import { enterAccount } from "./enter-account.ts";
import { findAccount, identifierOf } from "./find-account.ts";
import { hashPassword, matchesPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";
import { isAdmissible, mayEnter } from "./rules.ts";
import { replaceHash } from "./set-password.ts";

/**
 * Opens a session for email or username and password, or asks for the second factor where the account has one. One
 * answer, at one cost, for every reason it is refused. In the console only people with a console role come in. A
 * suspension that has run out ends here.
 * @throws INVALID_CREDENTIALS, RATE_LIMITED, BUSY.
 */
export const signIn = guestCommand({
  action: "session.created",
  attempt: "sign_in",
  input: LoginInput,
  async prepare({ ctx, input, attempt }) {
    const { services } = ctx;
    await takeRateByAddress(ctx, identityRates.signInByAddress);
    attempt.identifier = identifierOf(input.identifier);
    const found = await findAccount(ctx, attempt.identifier);
    attempt.accountId = found?.id ?? null;
    const hash = found && isAdmissible(found, services.clock.now()) ? found.passwordHash : null;
    const isRight = await matchesPassword(services, hash, input.password);
    if (!isRight || !found || !hash) return fail("INVALID_CREDENTIALS");
    if (!mayEnter(services.audience, found)) {
      // The password was right, so this is a person at the wrong door: they hear nothing of it, the ledger does.
      return await denyConsole(ctx, attempt);
    }
    const rehash = services.hasher.needsRehash(hash) ? await hashPassword(services, input.password) : null;
    return { found, hash, rehash };
  },
  async run({ tx, ctx, prepared, attempt }) {
    const { found, hash, rehash } = prepared;
    const password = { changedAt: found.passwordChangedAt };
    const entrant = await admitAccount(tx, ctx, { accountId: found.id, password });
    if (rehash) await replaceHash(tx, found.id, hash, rehash);
    return await enterAccount(tx, ctx, entrant, { way: "password", assurance: 1 }, attempt);
  },
});

async function denyConsole(ctx: RequestContext, attempt: Attempt): Promise<never> {
  const refusal = new ProductError("INVALID_CREDENTIALS");
  await recordAttempt(ctx, "console_denied", attempt, refusal);
  throw refusal;
}
